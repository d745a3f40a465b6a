import { actMessages } from './acts.ts'
import { besideMessages } from './beside.ts'
import { codebookMessages } from './codebook.ts'
import { fieldMessages } from './fields.ts'
import { historyMessages } from './history.ts'
import { importMessages } from './importing.ts'
import { interfaceMessages } from './interface.ts'

import { keyMessages } from './keys.ts'
import { libraryMessages } from './library.ts'

import { linkMessages } from './links.ts'
import { longWorkMessages } from './long-work.ts'

import { mainMessages } from './main.ts'
import { memoMessages } from './memos.ts'
import { menuMessages } from './menu.ts'
import type { Messages } from './message.ts'
import { noticeMessages } from './notices.ts'
import { partMessages } from './parts.ts'
import { quickCodingMessages } from './quick-coding.ts'
import { readingEditMessages } from './reading-edits.ts'
import { seeingMessages } from './seeing.ts'
import { speakerMessages } from './speakers.ts'
import { variableMessages } from './variables.ts'

/** Every word the program shows, by area of the interface, each in all languages side by side. */
const catalogue = {
  ...actMessages,
  ...besideMessages,
  ...codebookMessages,
  ...historyMessages,
  ...fieldMessages,
  ...importMessages,
  ...interfaceMessages,
  ...libraryMessages,
  ...linkMessages,
  ...longWorkMessages,
  ...keyMessages,
  ...mainMessages,
  ...memoMessages,
  ...menuMessages,
  ...noticeMessages,
  ...partMessages,
  ...quickCodingMessages,
  ...readingEditMessages,
  ...seeingMessages,
  ...speakerMessages,
  ...variableMessages,
} satisfies Messages

type WithoutPlural<Key> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key

/** Names a message. A message with `_one` and `_other` forms is named by its stem and takes `count`. */
export type MessageKey = WithoutPlural<keyof typeof catalogue>

export const messages: Messages = catalogue
