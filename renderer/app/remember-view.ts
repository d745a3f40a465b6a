import type { Desk } from '#renderer/commands/desk.ts'
import { readSetting, saveSetting } from '#renderer/db/contents.ts'
import { isFlag, recordGuard } from '#shared/model/guard.ts'

const KEY = 'view'

/** How transcripts are shown, for all documents alike. */
interface View {
  readonly readingOn: boolean
  readonly setAsideShown: boolean
  readonly linesShown: boolean
}

const isView = recordGuard<View>({ readingOn: isFlag, setAsideShown: isFlag, linesShown: isFlag })

/** Shows transcripts as they were shown when the program was closed, and remembers every change. */
export async function rememberView(desk: Desk): Promise<void> {
  const known = await readSetting(desk.db, KEY, isView)
  if (known !== null) {
    const { readingOn, setAsideShown, linesShown } = known
    desk.workbench.setState({ readingOn, setAsideShown, linesShown })
  }
  desk.workbench.subscribe((state, before) => {
    const { readingOn, setAsideShown, linesShown } = state
    if (readingOn !== before.readingOn || setAsideShown !== before.setAsideShown || linesShown !== before.linesShown) {
      void saveSetting(desk.db, KEY, { readingOn, setAsideShown, linesShown })
    }
  })
}
