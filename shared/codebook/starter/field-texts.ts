/** The fields of the claim family and their choices. Names and values are what is stored and exported. */
export const FIELD_TEXTS = {
  claimant: { zh: '主张者', en: 'Claimant' },
  addressee: { zh: '对象', en: 'Addressee' },
  stance: { zh: '立场', en: 'Stance' },
  proposition: { zh: '命题（用自己的话写）', en: 'Proposition (in your own words)' },
  responsiveness: { zh: '对问题的回应', en: 'Responsiveness' },
} as const

/** How to answer the fields of the claim family. */
export const FIELD_HELP: Readonly<Record<keyof typeof FIELD_TEXTS, { readonly zh: string; readonly en: string }>> = {
  claimant: {
    zh: '谁提出这一主张：转述他人时，写被转述的人。',
    en: 'Whose claim it is. Where the speaker reports another’s claim, name that other.',
  },
  addressee: { zh: '主张是向谁提出的。', en: 'Whom the claim is put to.' },
  stance: { zh: '主张者对命题持什么立场。', en: 'How the claimant stands to the proposition.' },
  proposition: {
    zh: '一句完整的话，离开上下文也能读懂。',
    en: 'One full sentence that can be understood without its context.',
  },
  responsiveness: { zh: '只问回答中的主张。', en: 'Asked of claims in answers only.' },
}

export const STANCE_TEXTS = {
  supports: { zh: '支持', en: 'Supports' },
  opposes: { zh: '反对', en: 'Opposes' },
  neutral: { zh: '中立', en: 'Neutral' },
} as const

/**
 * How a claim meets the question that drew it. After the replies, intermediate replies and
 * non-replies of Bull and Mayer ("How not to answer questions in political interviews", 1993), with
 * an open refusal kept apart from an evasion.
 */
export const RESPONSIVENESS_TEXTS = {
  direct: { zh: '正面回答', en: 'Answers the question' },
  partial: { zh: '只回答一部分', en: 'Answers part of it' },
  indirect: { zh: '间接回答，可以推知', en: 'Answers by implication' },
  reframed: { zh: '改换问题后回答', en: 'Answers another question' },
  declined: { zh: '明言不予回答', en: 'Openly declines' },
  evaded: { zh: '回避', en: 'Evades' },
  not_an_answer: { zh: '并非在回答问题', en: 'Is not an answer' },
} as const
