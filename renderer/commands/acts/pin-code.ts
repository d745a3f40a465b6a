import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { codeIn } from './lookup.ts'
import { type ActResult, refuse } from './refusal.ts'

/** Pins a code to a digit, which becomes its key; the code that had the digit gives it up. */
export function pinCode(state: ProjectState, { codeId, digit }: { codeId: CodeId; digit: string }): ActResult {
  const code = codeIn(state, codeId)
  if (!code.isCodable) return refuse('refusal.notCodable', { code: code.name })
  if (!/^[0-9]$/.test(digit)) throw new Error(`${digit} is no digit`)
  if (code.key === digit) return refuse('refusal.sameValue')
  const holder = codeList(state).find((other) => other.key === digit)
  return {
    name: 'act.pinCode',
    values: { code: code.name, digit },
    changes: [
      ...(holder === undefined ? [] : [{ kind: 'code' as const, before: holder, after: { ...holder, key: null } }]),
      { kind: 'code', before: code, after: { ...code, key: digit } },
    ],
  }
}
