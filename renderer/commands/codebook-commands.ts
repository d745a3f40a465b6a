import { translatorFor } from '#shared/messages/translate.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import { addExample } from './acts/define-code.ts'
import { codingIn } from './acts/lookup.ts'
import { act, type Desk } from './desk.ts'
import { passageOf } from './passages.ts'
import type { Command } from './registry.ts'

/** The commands that rework the codebook. */
export const codebookCommands = {
  'use-as-example': {
    isEnabled: ({ open, codingId }) => open !== null && codingId !== null,
    run: async (desk) => {
      const { open, codingId } = desk.workbench.getState()
      if (open !== null && codingId !== null) await takeAsExample(desk, open.sourceId, codingId)
    },
  },
} as const satisfies Readonly<Record<string, Command>>

/** Adds the passage of a coding to the examples of its code, with where it is from. */
async function takeAsExample(desk: Desk, sourceId: SourceId, codingId: CodingId): Promise<void> {
  const { session } = desk.workbench.getState()
  if (session === null) return
  const t = translatorFor(desk.language())
  const { coding, segment } = codingIn(session.store.getState().state, sourceId, codingId)
  const { quote, speaker } = await passageOf(desk, segment, 0)
  await act(desk, (state) => {
    const from = [speaker, state.sources.get(sourceId)?.name].filter((part) => part != null).join(t('list.comma'))
    // An example is one line, so that another one can follow it.
    return addExample(state, {
      codeId: coding.codeId,
      text: t('code.exampleText', { quote: quote.replace(/\s*\n\s*/g, ' '), from }),
    })
  })
}
