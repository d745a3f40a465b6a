import type { Messages } from './message.ts'

/** Passages of several parts: adding, naming, joining them. */
export const partMessages = {
  'act.addPart': { zh: '为“{{code}}”添加一部分', en: 'Add a part to “{{code}}”' },
  'act.removePart': { zh: '去掉“{{code}}”的一部分', en: 'Take a part off “{{code}}”' },
  'act.namePart': { zh: '“{{code}}”的一部分定名为“{{part}}”', en: 'Call a part of “{{code}}” “{{part}}”' },
  'act.unnamePart': { zh: '去掉“{{code}}”一部分的名称', en: 'Take the name off a part of “{{code}}”' },
  'act.joinParts': { zh: '合并“{{code}}”的两部分', en: 'Join two parts of “{{code}}”' },
  'refusal.partThere': { zh: '所选文字已在这处编码之中。', en: 'The selection is part of this coding already.' },
  'refusal.onlyPart': {
    zh: '只有这一部分；要去掉它，请删除编码。',
    en: 'It is the only part; to take it away, delete the coding.',
  },
  'refusal.noNextPart': { zh: '后面没有其他部分。', en: 'There is no part after this one.' },
  'refusal.wordsBetween': {
    zh: '两部分之间还有文字；请连同这些文字一起选取，再添加。',
    en: 'Words stand between the two parts; select across them and add that.',
  },
  'refusal.partsDiffer': {
    zh: '“{{first}}”与“{{second}}”名称不同，不能合为一部分；请先改名。',
    en: '“{{first}}” and “{{second}}” have different names and cannot become one part; rename one first.',
  },
  'refusal.partInTheWay': { zh: '已碰到另一部分。', en: 'Another part is in the way.' },
  'refusal.noPartSelected': {
    zh: '所选文字不在任何一部分之中；可将它添加为新的部分。',
    en: 'The selection touches none of the parts; add it as a part instead.',
  },
} satisfies Messages
