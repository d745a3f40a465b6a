import type { ProjectState } from '#shared/journal/state.ts'
import type { ColourName } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { type ActResult, refuse } from './refusal.ts'

/** Gives a code another colour of the palette. */
export function recolourCode(
  state: ProjectState,
  { codeId, colour }: { codeId: CodeId; colour: ColourName },
): ActResult {
  const code = codeIn(state, codeId)
  if (code.colour === colour) return refuse('refusal.sameValue')
  return {
    name: 'act.recolourCode',
    values: { code: code.name },
    changes: [{ kind: 'code', before: code, after: { ...code, colour } }],
  }
}
