import type { Messages } from './message.ts'

/** Two sources side by side. */
export const besideMessages = {
  'command.toggleBeside': { zh: '并排显示两份文稿', en: 'Two Documents Side by Side' },
  'command.switchPane': { zh: '另一份文稿', en: 'The Other Document' },
  'beside.resize': { zh: '调整两份文稿的宽度', en: 'Resize the two documents' },
  'beside.active': { zh: '编码在此进行', en: 'coding happens here' },
  'beside.close': { zh: '关闭这一份', en: 'Close this one' },
} satisfies Messages
