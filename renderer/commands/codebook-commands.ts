import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import { translatorFor } from '#shared/messages/translate.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CodingId, SourceId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { addExample } from './acts/define-code.ts'
import { codingIn } from './acts/lookup.ts'
import { act, type Desk } from './desk.ts'
import { passageOf } from './passages.ts'
import type { Command } from './registry.ts'
import type { Dialog } from './workbench.ts'

/** The commands that rework the codebook. */
export const codebookCommands = {
  'use-as-example': {
    isEnabled: ({ open, codingId }) => open !== null && codingId !== null,
    isOfCodingInHand: true,
    run: async (desk) => {
      const { open, codingId } = desk.workbench.getState()
      if (open !== null && codingId !== null) await takeAsExample(desk, open.sourceId, codingId)
    },
  },
  'codebook-table': showing({ kind: 'codebook-table' }),
  'merge-codes': showing({ kind: 'merge-codes', codeId: null }),
  'split-code': showing({ kind: 'split-code', codeId: null }),
  'code-sets': showing({ kind: 'code-sets' }),
  'codebook-versions': showing({ kind: 'codebook-versions' }),
} as const satisfies Readonly<Record<string, Command>>

function showing(dialog: Dialog): Command {
  return { isEnabled: ({ session }) => session !== null, run: (desk) => desk.workbench.setState({ dialog }) }
}

/** Adds the passage of a coding to the examples of its code, with where it is from. */
export async function takeAsExample(desk: Desk, sourceId: SourceId, codingId: CodingId): Promise<void> {
  const { session } = desk.workbench.getState()
  if (session === null) return
  const t = translatorFor(desk.language())
  const { coding, segment } = codingIn(session.store.getState().state, sourceId, codingId)
  const { quote, speaker } = await passageOf(desk, segment, 0)
  await act(desk, (state) => {
    const from = [speaker, state.sources.get(sourceId)?.name].filter((part) => part != null).join(t('common.listComma'))
    // An example is one line, so that another one can follow it.
    return addExample(state, {
      codeId: coding.codeId,
      text: t('code.exampleText', { quote: quote.replace(/\s*\n\s*/g, ' '), from }),
    })
  })
}

/** The codings of a code in the order in which one reads: source by source, from the beginning of each. */
export function codingsInOrder(state: ProjectState, codeId: CodeId): readonly Coding[] {
  return [...state.sources.keys()].flatMap((sourceId) => {
    const { codings, segments } = marksOf(state, sourceId)
    return [...codings.values()]
      .flatMap((coding) => {
        const segment = segments.get(coding.segmentId)
        return coding.codeId !== codeId || segment === undefined ? [] : [{ coding, extent: extentOf(segment) }]
      })
      .sort((a, b) => a.extent.start - b.extent.start || a.extent.end - b.extent.end)
      .map(({ coding }) => coding)
  })
}
