import type { Messages } from './message.ts'

/** The codebook: what is said of a code, and what can be done with codes. */
export const codebookMessages = {
  'list.comma': { zh: '、', en: ', ' },
  'code.example': { zh: '例子', en: 'Examples' },
  'code.notes': { zh: '附注', en: 'Notes' },
  'code.colourFree': { zh: '{{colour}}（同级未用）', en: '{{colour}}, free' },
  'code.colourUsed': { zh: '{{colour}}（{{codes}} 在用）', en: '{{colour}}, used by {{codes}}' },
  'code.colourSame': { zh: '与同级的 {{codes}} 颜色相同。', en: 'The same colour as {{codes}}.' },
  'code.colourAlike': {
    zh: '对色觉不同的读者，不易与同级的 {{codes}} 区分。',
    en: 'Readers with another colour vision may not tell it from {{codes}}.',
  },
  'code.exampleText': { zh: '“{{quote}}”（{{from}}）', en: '“{{quote}}” ({{from}})' },
  'command.useAsExample': { zh: '用作代码的例子', en: 'Use as an Example of Its Code' },
  'act.addExample': { zh: '为“{{code}}”添加例子', en: 'Add an example to “{{code}}”' },
  'refusal.exampleThere': {
    zh: '这段文字已经是“{{code}}”的例子。',
    en: 'This passage is an example of “{{code}}” already.',
  },
} satisfies Messages
