import type { Messages } from './message.ts'

/** Links between codings. */
export const linkMessages = {
  'act.link.supports': { zh: '链接：“{{from}}”支持“{{to}}”', en: 'Link: “{{from}}” supports “{{to}}”' },
  'act.link.attacks': { zh: '链接：“{{from}}”反驳“{{to}}”', en: 'Link: “{{from}}” attacks “{{to}}”' },
  'act.link.answers': { zh: '链接：“{{from}}”回答“{{to}}”', en: 'Link: “{{from}}” answers “{{to}}”' },
  'act.link.repeats': { zh: '链接：“{{from}}”重复“{{to}}”', en: 'Link: “{{from}}” repeats “{{to}}”' },
  'act.removeLink': { zh: '删除“{{from}}”与“{{to}}”的链接', en: 'Delete the link from “{{from}}” to “{{to}}”' },
  'act.reverseLink': { zh: '掉转“{{from}}”与“{{to}}”的链接', en: 'Reverse the link from “{{from}}” to “{{to}}”' },
  'act.changeLink': { zh: '更改“{{from}}”与“{{to}}”的链接关系', en: 'Change how “{{from}}” is linked to “{{to}}”' },
  'refusal.linkToItself': { zh: '编码不能链接到自身。', en: 'A coding cannot be linked to itself.' },
  'refusal.linkedAlready': {
    zh: '这两处编码之间已有同样的链接。',
    en: 'The two codings are linked like this already.',
  },
} satisfies Messages
