import type { Messages } from './message.ts'

/** What takes long and is shown by a bar. */
export const longWorkMessages = {
  'work.bar': { zh: '进度', en: 'Progress' },
  'work.beginning': { zh: '正在准备…', en: 'Getting ready…' },
  'work.stop': { zh: '停止', en: 'Stop' },
  'work.stopping': { zh: '正在停止…', en: 'Stopping…' },
  'work.exporting': { zh: '正在导出：{{done}} / {{count}} 行', en: 'Exporting: {{done}} of {{count}} rows' },
  'work.reading': { zh: '正在识别发言人…', en: 'Finding out who speaks…' },
  'work.lookingThrough': {
    zh: '正在查看其他文稿：{{done}} / {{count}}',
    en: 'Looking through the other documents: {{done}} of {{count}}',
  },
  'work.following': { zh: '正在取得另一窗口所作的更改…', en: 'Taking in what another window has changed…' },
  'work.returning': {
    zh: '正在回到先前的状态：{{done}} / {{count}} 步',
    en: 'Going back: {{done}} of {{count}} steps',
  },
  'work.changing': {
    zh: '正在更改：{{done}} / {{count}} 条记录',
    en: 'Changing: {{done}} of {{count}} records',
  },
  'notice.otherInHand': {
    zh: '没有作更改：等待期间选中了另一个编码。',
    en: 'Nothing was changed: another coding was taken in hand meanwhile.',
  },
  'refusal.goneMeanwhile': {
    zh: '没有更改：所涉及的内容刚刚已被移除。',
    en: 'Nothing was changed: what it is about has just been taken away.',
  },
  'notice.workStopped': { zh: '已停止，没有作任何更改。', en: 'Stopped; nothing was changed.' },
  'notice.exportStopped': { zh: '导出已停止，没有写出任何文件。', en: 'The export was stopped; no file was written.' },
} as const satisfies Messages
