import type { StarterTexts } from './starter-text.ts'

/**
 * Claims, divided by what the speaker does with them. The division follows Searle's classes of
 * illocutionary acts (assertives, directives, commissives, expressives) as far as they serve to put
 * something up for dispute.
 */
export const CLAIM_TEXTS = {
  claim: {
    zh: {
      name: '主张',
      definition: '发言人提出、要听者接受的一个论断，可以追问“凭什么这么说”。',
      include:
        '以一个论断为一段：一句话里有两个论断，就标两段；论断和它的理由分开标。转述他人的论断也标，主张者填被转述的人。',
      exclude: '寒暄、程序性的话和单纯的提问不标，如“请下一位提问”。',
    },
    en: {
      name: 'Claim',
      definition:
        'Something a speaker puts forward for the listener to accept, so that one may ask: what makes you say so?',
      include:
        'One claim, one passage: a sentence with two claims is marked twice, and a claim apart from its reasons. Reported claims count as well; the claimant is then the person reported.',
      exclude: 'Greetings, procedure and plain questions, such as “Next question, please.”',
    },
  },
  'claim.fact': {
    zh: {
      name: '事实陈述',
      definition: '断言某事现在如此或曾经如此，原则上可以用证据核实真假。',
      include: '数字、事件、因果、归属都算，例：“去年全港吞吐量增长了一成二。”说得不准也标，真假不由编码者判断。',
      exclude: '断言的核心是好坏时用“评价”，例：“这一年成绩来之不易。”说的是将来时用“预测”。',
    },
    en: {
      name: 'Factual claim',
      definition: 'Says that something is or was the case; evidence could in principle show it true or false.',
      include:
        'Figures, events, causes, attributions: “Throughput at the port rose by twelve per cent last year.” Mark it even if it is wrong; coding does not judge truth.',
      exclude:
        'If the point is how good or bad something is, use Evaluation (“It was a hard-won year”); if it lies ahead, use Prediction.',
    },
  },
  'claim.evaluation': {
    zh: {
      name: '评价',
      definition: '用某种标准判定人、事或政策的好坏、对错、轻重。',
      include: '标准可以明说，也可以含在用词里，例：“这项安排既不公平，也不负责任。”',
      exclude: '反驳别人的说法、要点在“不是这样”时用“否认与反驳”，例：“说我们隐瞒，完全不符合事实。”',
    },
    en: {
      name: 'Evaluation',
      definition: 'Judges people, events or policies by some standard: good or bad, right or wrong, grave or slight.',
      include:
        'The standard may be stated or sit in the choice of words: “The arrangement is neither fair nor responsible.”',
      exclude:
        'If the point is that somebody else is mistaken, use Denial or refutation: “That we hid anything is simply untrue.”',
    },
  },
  'claim.demand': {
    zh: {
      name: '要求与呼吁',
      definition: '要他人做或不做某事，从命令、敦促到倡议、请求。',
      include: '被要求的一方填入“对象”，例：“我们敦促有关企业立即停止排放。”',
      exclude: '说的是自己将要做什么，用“承诺”，例：“我们会在月底前公布名单。”',
    },
    en: {
      name: 'Demand or call',
      definition: 'Wants others to do or to stop doing something, from order and urging to appeal and request.',
      include: 'Enter whoever is to act as addressee: “We urge the companies to stop the discharge at once.”',
      exclude:
        'If the speaker’s own side is to act, use Commitment: “We will publish the list by the end of the month.”',
    },
  },
  'claim.commitment': {
    zh: {
      name: '承诺',
      definition: '发言人让自己或所代表的一方担下将来的行动，事后可以查对是否兑现。',
      include: '承诺、保证、决定、表示准备做，例：“三个月内，每个街区都会有一处避暑点，由我们出资。”',
      exclude: '只是估计会发生、并不负责促成，用“预测”，例：“水位下周会回落。”',
    },
    en: {
      name: 'Commitment',
      definition: 'Binds the speaker, or those they speak for, to act; later one can check whether it was kept.',
      include:
        'Promises, guarantees, decisions, declared readiness: “Within three months we will pay for a cool room in every district.”',
      exclude:
        'If the speaker merely expects it and does not undertake to bring it about, use Prediction: “The water will fall next week.”',
    },
  },
  'claim.prediction': {
    zh: {
      name: '预测',
      definition: '断言将来会怎样，或在某种条件下会怎样。',
      include: '有条件的也算，例：“再拖一年，修复的费用会翻一番。”',
      exclude: '说话人能够决定、也承担其结果的，用“承诺”，例：“明年我们一定开工。”',
    },
    en: {
      name: 'Prediction',
      definition: 'Says what will come about, or what would under some condition.',
      include: 'Conditional ones count: “Wait another year and the repair will cost twice as much.”',
      exclude: 'If the speaker decides it and answers for it, use Commitment: “We will break ground next year.”',
    },
  },
  'claim.denial': {
    zh: {
      name: '否认与反驳',
      definition: '针对已有的说法、指责或问题的前提，指出它不成立。',
      include: '须能指出被反驳的是谁的什么说法；提问里的预设也算，例：“您说我们撤出了会谈，这不是事实。”',
      exclude: '句子里有否定词、却不针对任何人的说法时不用，例：“今天的水质没有超标”标“事实陈述”。',
    },
    en: {
      name: 'Denial or refutation',
      definition:
        'Turns against something already said, an accusation, or what a question takes for granted, and says that it does not hold.',
      include:
        'One must be able to name what is refuted and whose it is; a presupposition counts: “You say we left the talks. We did not.”',
      exclude: 'Not every negative sentence: “No limit was exceeded today” answers nobody and is a Factual claim.',
    },
  },
} as const satisfies StarterTexts
