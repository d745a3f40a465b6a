import type { KeyProblem, NameProblem } from '#shared/codebook/rules.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Says to the user what is wrong with a code's name. */
export function nameRefusal(problem: NameProblem, name: string): Refusal {
  return problem.reason === 'empty' ? refuse('refusal.nameEmpty') : refuse('refusal.nameTaken', { name: name.trim() })
}

/** Says to the user what is wrong with a code's key. */
export function keyRefusal(problem: KeyProblem, key: string, holder: string): Refusal {
  switch (problem.reason) {
    case 'not-one-character':
      return refuse('refusal.keyNotOne')
    case 'reserved':
      return refuse('refusal.keyReserved', { key })
    case 'taken':
      return refuse('refusal.keyTaken', { key, code: holder })
  }
}
