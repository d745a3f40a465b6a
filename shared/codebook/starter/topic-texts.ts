import type { StarterTexts } from './starter-text.ts'

/** What is spoken about. A passage may have several topics; what is only mentioned in passing has none. */
export const TOPIC_TEXTS = {
  topic: {
    zh: {
      name: '话题',
      definition: '这一段谈的是什么领域的事，不论说话人持什么态度。',
      include: '至少以一个完整的意思为一段；同一段可以有几个话题。提问与回答都标。',
      exclude: '只是顺带提到、没有展开的不标，如列举中的一个词。',
    },
    en: {
      name: 'Topic',
      definition: 'The field that a passage is about, whatever the speaker’s attitude.',
      include:
        'A passage holds at least one whole thought and may have several topics. Code questions as well as answers.',
      exclude: 'What is only mentioned, such as one item of a list.',
    },
  },
  'topic.economy': {
    zh: {
      name: '经济与贸易',
      definition: '生产、就业、物价、财政、金融、投资、贸易与产业政策。',
      include: '例：“下半年对出口企业的退税将加快办理。”',
      exclude: '重点在百姓负担和生活时用“社会与民生”，例：“米价涨了，老人怎么办？”',
    },
    en: {
      name: 'Economy and trade',
      definition: 'Output, employment, prices, public finance, banking, investment, trade and industrial policy.',
      include: '“Refunds to exporters will be paid out faster from July.”',
      exclude:
        'If the point is how people live with it, use Society and livelihood: “Rice is dearer. What about the pensioners?”',
    },
  },
  'topic.security': {
    zh: {
      name: '安全与防务',
      definition: '军事、国防、边境、恐怖主义、公共安全与网络安全。',
      include: '例：“两国海警将恢复联合巡航。”',
      exclude: '以谈判、交涉为主时用“外交与国际关系”；刑事案件的审理用“法治与权利”。',
    },
    en: {
      name: 'Security and defence',
      definition: 'Armed forces, defence, borders, terrorism, public safety and the security of networks.',
      include: '“The two coast guards will resume their joint patrols.”',
      exclude:
        'Where talks and representations prevail, use Diplomacy and international relations; a criminal trial is Law and rights.',
    },
  },
  'topic.diplomacy': {
    zh: {
      name: '外交与国际关系',
      definition: '国家与国际组织之间的往来、谈判、条约、争端和国际秩序。',
      include: '例：“第三轮会谈将在下月举行，双方都同意以原有文本为基础。”',
      exclude: '只是提到外国、谈的是别的事时不用，例：谈某国疫苗的效力，用“公共卫生”。',
    },
    en: {
      name: 'Diplomacy and international relations',
      definition:
        'Dealings between states and international bodies: talks, treaties, disputes, the order among states.',
      include: '“A third round is to be held next month; both sides take the existing text as their basis.”',
      exclude: 'A foreign country alone does not make it diplomacy: how well its vaccine works is Public health.',
    },
  },
  'topic.health': {
    zh: {
      name: '公共卫生',
      definition: '疾病的防控、医疗服务、药品与疫苗、食品和饮水的安全。',
      include: '例：“所有检测点延长开放到晚上九点。”',
      exclude: '作比喻用的病不算，例：“治理庸政的病根”标“隐喻”。',
    },
    en: {
      name: 'Public health',
      definition: 'Prevention and control of disease, medical care, medicines and vaccines, safe food and water.',
      include: '“All test sites stay open until nine in the evening.”',
      exclude: 'Illness as an image: “the cancer of corruption” is a Metaphor, not a topic.',
    },
  },
  'topic.climate': {
    zh: {
      name: '气候与环境',
      definition: '气候变化、污染、生态保护、能源转型与自然灾害的环境成因。',
      include: '例：“湿地的面积比十年前扩大了三分之一。”',
      exclude: '能源价格和能源企业的经营用“经济与贸易”；受灾者的安置用“社会与民生”。',
    },
    en: {
      name: 'Climate and environment',
      definition: 'Climate change, pollution, conservation, the energy transition, environmental causes of disasters.',
      include: '“The wetland is a third larger than ten years ago.”',
      exclude:
        'Energy prices and the business of utilities are Economy and trade; housing those who lost their homes is Society and livelihood.',
    },
  },
  'topic.science': {
    zh: {
      name: '科学与技术',
      definition: '研究、创新、技术应用与数字化，以及由此而来的规则。',
      include: '例：“新的预警模型能提前六小时发出提示。”',
      exclude: '设备只是做事的手段、谈的是那件事时不用，例：用视频方式开会。',
    },
    en: {
      name: 'Science and technology',
      definition: 'Research, innovation, the use of technology, digital change and the rules that come with it.',
      include: '“The new model gives warning six hours ahead.”',
      exclude: 'Not where a device is merely the means: holding the meeting by video.',
    },
  },
  'topic.law': {
    zh: {
      name: '法治与权利',
      definition: '立法、司法、执法、监督，以及公民和机构的权利。',
      include: '例：“草案规定，住户有权查阅检测报告的全文。”',
      exclude: '把“法律”用作讲道理的依据、并不谈法律本身时，标修辞而不标话题。',
    },
    en: {
      name: 'Law and rights',
      definition: 'Making and applying law, courts, police, oversight; rights of persons and institutions.',
      include: '“Under the bill, tenants may read the inspection report in full.”',
      exclude: 'Where the law is only invoked to lend weight to something else, code the rhetoric and not the topic.',
    },
  },
  'topic.society': {
    zh: {
      name: '社会与民生',
      definition: '教育、住房、养老、交通、收入分配、文化和日常生活。',
      include: '例：“夜班公交停了两周，护士们只能走路回家。”',
      exclude: '谈总体的增长、物价指数时用“经济与贸易”。',
    },
    en: {
      name: 'Society and livelihood',
      definition: 'Education, housing, old age, transport, the distribution of incomes, culture and daily life.',
      include: '“With the night bus gone for two weeks, the nurses walk home.”',
      exclude: 'Growth and price indices as such are Economy and trade.',
    },
  },
} as const satisfies StarterTexts
