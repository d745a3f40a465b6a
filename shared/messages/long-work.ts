import type { Messages } from './message.ts'

/** What takes long and is shown by a bar. */
export const longWorkMessages = {
  'work.bar': { zh: '进度', en: 'Progress' },
  'work.stop': { zh: '停止', en: 'Stop' },
  'work.stopping': { zh: '正在停止…', en: 'Stopping…' },
  'work.exporting': { zh: '正在导出：{{done}} / {{count}} 行', en: 'Exporting: {{done}} of {{count}} rows' },
  'notice.exportStopped': { zh: '导出已停止，没有写出任何文件。', en: 'The export was stopped; no file was written.' },
} as const satisfies Messages
