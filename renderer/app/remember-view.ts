import type { Desk } from '#renderer/commands/desk.ts'
import type { WorkbenchState } from '#renderer/commands/workbench.ts'
import { readSetting, saveSetting } from '#renderer/db/contents.ts'
import { isFlag } from '#shared/model/guard.ts'

const KEY = 'view'

/** How transcripts are shown, for all documents alike. */
const FLAGS = ['readingOn', 'setAsideShown', 'linesShown', 'pinnedShown', 'quickListOn'] as const
type View = Pick<WorkbenchState, (typeof FLAGS)[number]>

/** What was remembered before there was another flag lacks it. */
const isView = (value: unknown): value is Partial<View> => typeof value === 'object' && value !== null

/** Shows transcripts as they were shown when the program was closed, and remembers every change. */
export async function rememberView(desk: Desk): Promise<void> {
  const known = await readSetting(desk.db, KEY, isView)
  const sound = FLAGS.filter((flag) => isFlag(known?.[flag])).map((flag) => [flag, known?.[flag]])
  desk.workbench.setState(Object.fromEntries(sound))
  desk.workbench.subscribe((state, before) => {
    if (FLAGS.every((flag) => state[flag] === before[flag])) return
    void saveSetting(desk.db, KEY, Object.fromEntries(FLAGS.map((flag) => [flag, state[flag]])))
  })
}
