import type { StarterTexts } from './starter-text.ts'

/** How it is said: figures, appeals and ways of placing speaker and audience. */
export const RHETORIC_TEXTS = {
  rhetoric: {
    zh: {
      name: '修辞',
      definition: '为打动、说服听者而采用的表达方式；看的是怎么说，而不是说什么。',
      include: '标出手法所在的最短的完整一段；几种手法重叠时分别标。',
      exclude: '已成惯用、没有人再觉得是手法的说法不标，如“山脚”“面对问题”。',
    },
    en: {
      name: 'Rhetoric',
      definition: 'A way of speaking chosen to move or persuade: how something is said, not what.',
      include: 'Mark the shortest complete stretch that carries the device; where several overlap, mark each.',
      exclude:
        'Wordings so worn that nobody hears a device any more, such as “the foot of the hill” or “to face a problem”.',
    },
  },
  'rhetoric.metaphor': {
    zh: {
      name: '隐喻',
      definition: '借一个领域的事物来说另一个领域的事；明喻（像、如同）也归在这里。',
      include: '能说出“把什么当作什么”，例：“这座大桥是两岸的脐带。”',
      exclude: '只是换用相关的名称（以部门代人、以地名代机构）不算；已经固化的也不算。',
      parts: ['本体', '喻体', '相似点'],
    },
    en: {
      name: 'Metaphor',
      definition: 'Speaks of one thing in terms of another; similes (like, as) belong here too.',
      include: 'You can say what is seen as what: “The bridge is the umbilical cord of the two towns.”',
      exclude: 'Not a mere change of name for something adjacent (the ministry for its people), nor a dead metaphor.',
      parts: ['tenor', 'vehicle', 'ground'],
    },
  },
  'rhetoric.parallelism': {
    zh: {
      name: '排比',
      definition: '三项或以上结构相同或相近、意思并列或递进的词组或句子连用。',
      include: '整组一起标，例：“有难题，一起商量；有风险，一起承担；有成果，一起分享。”',
      exclude: '只有两项而意思相对时用“对比”；没有共同句式的普通列举不标。',
      parts: ['第一项', '第二项', '第三项', '第四项', '第五项'],
    },
    en: {
      name: 'Parallelism',
      definition: 'Phrases or clauses of like build set side by side, usually three or more.',
      include: 'Mark the whole series: “We asked early, we asked openly, we asked everyone.”',
      exclude:
        'Two members that pull against each other are Antithesis; a list without a shared pattern is just a list.',
      parts: ['member 1', 'member 2', 'member 3', 'member 4', 'member 5'],
    },
  },
  'rhetoric.antithesis': {
    zh: {
      name: '对比',
      definition: '把相反或相对的两面并举，使一面衬出另一面；对偶中的反对也归在这里。',
      include: '两面都要标进去，例：“缺的不是办法，而是决心。”',
      exclude: '只是用“但是”转折、两面并不相对时不用。',
      parts: ['正面', '反面'],
    },
    en: {
      name: 'Antithesis',
      definition: 'Sets two opposites against each other so that one throws the other into relief.',
      include: 'Take both sides in: “What we lack is not means but resolve.”',
      exclude: 'A plain “but” whose two halves are not opposites.',
      parts: ['thesis', 'antithesis'],
    },
  },
  'rhetoric.repetition': {
    zh: {
      name: '反复',
      definition: '有意重复同一个词或句子，以强调或造成节奏；可以隔着别的话。',
      include: '从第一次标到最后一次；相隔很远时可分段标，例：“要快，要快，还是要快。”',
      exclude: '句式相同而词语不同用“排比”；口误和改口的重复不标。',
      parts: ['首现', '重现'],
    },
    en: {
      name: 'Repetition',
      definition: 'The same word or sentence used again on purpose, for weight or rhythm, perhaps at a distance.',
      include:
        'Mark from the first to the last occurrence, or each by itself if they lie far apart: “Faster, and faster, and faster again.”',
      exclude: 'Same pattern with other words is Parallelism; slips and restarts are nothing.',
      parts: ['first', 'again'],
    },
  },
  'rhetoric.question': {
    zh: {
      name: '设问与反问',
      definition: '不求对方回答的问句：反问把断言藏在问句里，设问自问自答。',
      include: '例：“让孩子喝这样的水，谁能安心？”自问自答时连答句的开头一起标。',
      exclude: '记者真正要答案的提问不标，哪怕语气尖锐。',
      parts: ['问', '答'],
    },
    en: {
      name: 'Rhetorical question',
      definition:
        'A question that seeks no answer: it asserts something in disguise, or the speaker answers it at once.',
      include:
        '“Who could rest easy giving a child this water?” Where the speaker answers, take in the start of the answer.',
      exclude: 'A reporter’s question that wants an answer, however sharp.',
      parts: ['question', 'answer'],
    },
  },
  'rhetoric.allusion': {
    zh: {
      name: '引用与用典',
      definition: '援引名言、谚语、经典、典故或他人的原话，借其分量或情味。',
      include: '明引暗用都算，例：“老话讲，不怕慢，就怕站。”',
      exclude: '为了说明某人说过什么而转述，标“事实陈述”，主张者填被转述的人。',
      parts: ['引语', '出处'],
    },
    en: {
      name: 'Allusion or quotation',
      definition: 'Calls up a saying, a proverb, a text or a story that the audience knows, for its weight or colour.',
      include: 'Named or not: “As the old ferrymen say, a leak does not wait for Monday.”',
      exclude: 'Reporting that somebody said something is a Factual claim with that person as claimant.',
      parts: ['quotation', 'source'],
    },
  },
  'rhetoric.ethos': {
    zh: {
      name: '诉诸人格',
      definition: '以说话人（或所属机构）的品德、经历、资格和诚意来取得信任。',
      include: '例：“我在这条河边做了三十年水文，没有报过一个假数。”',
      exclude: '引用外部专家和数据来证明用“诉诸理据”。',
    },
    en: {
      name: 'Appeal to ethos',
      definition:
        'Seeks trust through the character, record, standing or goodwill of the speaker or their institution.',
      include: '“I have gauged this river for thirty years and never filed a false figure.”',
      exclude: 'Where outside experts or data carry the proof, use Appeal to logos.',
    },
  },
  'rhetoric.pathos': {
    zh: {
      name: '诉诸情感',
      definition: '唤起听者的情感（同情、自豪、恐惧、愤慨、希望），使其倾向某种看法。',
      include: '例：“想一想那些在走廊里等了一整夜的母亲。”',
      exclude: '只是报告说话人自己的心情、不求打动别人时不用，例：“我很高兴来到这里。”',
    },
    en: {
      name: 'Appeal to pathos',
      definition: 'Stirs the listeners’ feelings (pity, pride, fear, anger, hope) to incline them to a view.',
      include: '“Think of the mothers who sat in that corridor all night.”',
      exclude: 'A speaker who merely reports a mood: “I am glad to be here.”',
    },
  },
  'rhetoric.logos': {
    zh: {
      name: '诉诸理据',
      definition: '以推理、数据、先例、类比或法条来支撑论断，要人信服其道理。',
      include: '连同依据与结论的联系一起标，例：“两次抽样相隔一周，结果一致，所以不是偶然。”',
      exclude: '孤立的数字、没有用来支撑什么的，只标“事实陈述”。',
      parts: ['依据', '推论', '结论'],
    },
    en: {
      name: 'Appeal to logos',
      definition:
        'Supports a claim by reasoning, figures, precedent, analogy or rule, and wants its logic to convince.',
      include: 'Take in what links ground and conclusion: “Two samples a week apart agree, so it was no accident.”',
      exclude: 'A figure that supports nothing is just a Factual claim.',
      parts: ['ground', 'inference', 'conclusion'],
    },
  },
  'rhetoric.us-and-them': {
    zh: {
      name: '敌我之分',
      definition: '用“我们／他们”一类的称呼划出内外两方，并把好与坏分给两边。',
      include: '既要有划界，也要有褒贬，例：“我们在修堤，他们在看热闹。”',
      exclude: '只用“我们”自称、没有对立的一方时不用。',
      parts: ['我方', '对方'],
    },
    en: {
      name: 'Us and them',
      definition: 'Draws a line between an in-group and an out-group and deals out praise and blame along it.',
      include: 'It takes both the line and the judgement: “We build the dyke; they come to watch.”',
      exclude: 'A mere “we” with nobody on the other side.',
      parts: ['us', 'them'],
    },
  },
  'rhetoric.hedging': {
    zh: {
      name: '模糊与限定',
      definition: '用或许、大致、据我所知之类的词，降低对所说内容的确定程度或承担的责任。',
      include: '标限定语连同它所限定的分句，例：“就目前掌握的情况看，应该不会影响供水。”',
      exclude: '限定本身就是内容时不用，例：法律规定的“一般不超过三十日”。',
      parts: ['限定语', '所限定的内容'],
    },
    en: {
      name: 'Hedging',
      definition: 'Lowers certainty or commitment by words such as perhaps, broadly, as far as I know.',
      include: 'Mark the hedge with the clause it weakens: “On what we know today, the supply should not be affected.”',
      exclude: 'Where the limit is itself the content: “normally no more than thirty days”, in a rule.',
      parts: ['hedge', 'what it limits'],
    },
  },
  'rhetoric.euphemism': {
    zh: {
      name: '委婉',
      definition: '以温和、含混或专门的说法代替直接、刺耳的说法。',
      include: '能写出它所回避的直说，例：把裁员说成“人员结构优化”。',
      exclude: '本来就是通行术语、没有更直白的说法时不用；降低确定性的用“模糊与限定”。',
      parts: ['委婉说法', '所指'],
    },
    en: {
      name: 'Euphemism',
      definition: 'A mild, vague or technical wording in place of a blunt one.',
      include: 'You can write down the blunt word it avoids: “workforce adjustment” for lay-offs.',
      exclude: 'The ordinary term of a trade; and where certainty is lowered rather than the tone, use Hedging.',
      parts: ['euphemism', 'what it means'],
    },
  },
} as const satisfies StarterTexts
