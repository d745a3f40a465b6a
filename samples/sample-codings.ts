import type { StarterCodeName } from '#shared/codebook/starter-texts.ts'
import type { Language } from '#shared/messages/message.ts'
import type { FieldValues } from '#shared/model/coding.ts'

/** One coding of a sample transcript, by what it says instead of where it stands. */
export interface SampleCoding {
  readonly code: StarterCodeName
  /**
   * The passage in the reading text of the speech, labels left out and paragraphs parted by LF.
   * It stands there exactly once.
   */
  readonly quote: string
  readonly fields?: FieldValues
  readonly memo?: string
}

const zh: readonly SampleCoding[] = [
  {
    code: 'topic.climate',
    quote: '连续四十天的高温使水库底层缺氧，藻类疯长，老水厂的滤池没有挡住。水里的土臭素超过了人能闻到的界限',
  },
  {
    code: 'claim.fact',
    quote: '连续四十天的高温使水库底层缺氧，藻类疯长，老水厂的滤池没有挡住。',
    fields: { claimant: '闻砚秋', stance: 'neutral', proposition: '异味起于高温引发的藻类暴发，旧滤池未能拦住。' },
  },
  {
    code: 'rhetoric.logos',
    quote: '两次抽样相隔三天，结果一致，都没有检出有毒物质。所以我们说，这水难闻，却没有毒。',
  },
  {
    code: 'rhetoric.metaphor',
    quote: '水是城市的血脉。血脉不通，再高的楼也只是空壳；血脉不净，再宽的路也走不远。为了让这条血脉重新畅通',
    memo: '把供水当作血液循环：停水是病，抢修是救命。后文的“滤池”又把公开当作净水，可以对照。',
  },
  {
    code: 'topic.society',
    quote:
      '我们做了三件事：\n第一，当夜关闭北渠进水口，改由南山水库供水。\n第二，在36个街口设了临时取水点，送水车一直开到凌晨四点。',
  },
  { code: 'rhetoric.parallelism', quote: '一个数字也不改，一个数字也不藏，一个数字也不拖' },
  {
    code: 'claim.denial',
    quote: '说我们隐瞒，这不符合事实。',
    fields: {
      claimant: '闻砚秋',
      addressee: '《岚浦晚报》记者',
      stance: 'opposes',
      proposition: '水务局没有隐瞒异味。',
      responsiveness: 'direct',
    },
  },
  {
    code: 'claim.commitment',
    quote: '从下个月起，热线的座席增加一倍，凡是水质投诉，两小时内必须有人上门。',
    fields: { claimant: '闻砚秋', proposition: '热线增员，投诉两小时内上门。', responsiveness: 'reframed' },
  },
  {
    code: 'claim.fact',
    quote: '藻类暴发与上游的化肥厂无关',
    fields: { claimant: '帕兰环境部', stance: 'opposes', proposition: '上游化肥厂没有引发藻类暴发。' },
    memo: '记者转述：说话的是记者，主张者是帕兰环境部。',
  },
  {
    code: 'claim.demand',
    quote: '我们敦促帕兰方面立即恢复数据共享，并在十月底以前召开河流委员会的一次特别会议。',
    fields: { claimant: '闻砚秋', addressee: '帕兰', proposition: '帕兰应恢复共享监测数据并开会。' },
  },
  {
    code: 'topic.diplomacy',
    quote: '河水不认国界，藻类也不带护照。我们敦促帕兰方面立即恢复数据共享',
  },
  { code: 'rhetoric.antithesis', quote: '我们伸出去的是手，不是手指。' },
  { code: 'rhetoric.us-and-them', quote: '有些人站在岸上数浪花，我们的工人却泡在水里修闸门。' },
  {
    code: 'rhetoric.euphemism',
    quote: '约有八十名同事将转换工作环境',
    memo: '避开的直说：裁员。前一句刚否认了这个词。',
  },
]

const en: readonly SampleCoding[] = [
  {
    code: 'rhetoric.pathos',
    quote:
      'But children slept on luggage, and a woman of eighty-one told me she had counted the hours by the church bell.',
  },
  {
    code: 'rhetoric.metaphor',
    quote: 'A railway is a promise with a timetable. On Sunday we broke it.',
    memo: 'The railway as a given word. Breaking it then stands for the outage, which makes it a matter of trust and not of technique.',
  },
  {
    code: 'topic.science',
    quote:
      'A routine update to the new control software reached both computers at once, the one that works and the one that waits. It should have reached them an hour apart.',
  },
  {
    code: 'claim.fact',
    quote:
      'The logs of both machines show the same fault in the same second, so it was neither the weather nor an attack.',
    fields: {
      claimant: 'Minister Okafor-Lisle',
      stance: 'neutral',
      proposition: 'A faulty update, not weather or sabotage, caused the outage.',
    },
  },
  {
    code: 'rhetoric.logos',
    quote:
      'The logs of both machines show the same fault in the same second, so it was neither the weather nor an attack.',
  },
  {
    code: 'rhetoric.parallelism',
    quote:
      'We will take the update back. We will test it in daylight. We will put a person, and not a program, in charge of the switch.',
  },
  { code: 'rhetoric.repetition', quote: 'We will take the update back. We will test it in daylight.' },
  {
    code: 'rhetoric.antithesis',
    quote: 'a tight budget explains a delay; it does not excuse a silence',
  },
  {
    code: 'claim.denial',
    quote: 'The operator says ten minutes. The operator is wrong.',
    fields: {
      claimant: 'Minister Okafor-Lisle',
      addressee: 'the operator',
      stance: 'opposes',
      proposition: 'Passengers were not informed within ten minutes.',
      responsiveness: 'direct',
    },
  },
  {
    code: 'topic.society',
    quote:
      'by a conductor who walked through fourteen carriages with a torch.\nHe had no radio, he had no heating, he had no orders.',
  },
  {
    code: 'claim.evaluation',
    quote: 'it would be improper for me to get ahead of it',
    fields: { claimant: 'Minister Okafor-Lisle', responsiveness: 'declined' },
  },
  { code: 'rhetoric.hedging', quote: 'as far as we know today, no single person pressed a wrong button' },
  {
    code: 'claim.commitment',
    quote: 'they will not rise this year',
    fields: {
      claimant: 'Minister Okafor-Lisle',
      addressee: 'Jun Abelard, Northern Wire',
      proposition: 'No higher fares this year.',
      responsiveness: 'partial',
    },
    memo: 'The question was about June. “This year” covers it; the next year stays open.',
  },
  {
    code: 'rhetoric.us-and-them',
    quote:
      'Those gentlemen shout about foreign code from the warmth of the dining car. We were out on the line with shovels.',
  },
  { code: 'rhetoric.euphemism', quote: 'There may be a certain rightsizing in the control centre' },
]

/** The codings that the sample of each language is shown with. */
export const sampleCodings: Readonly<Record<Language, readonly SampleCoding[]>> = { 'zh-CN': zh, en }
