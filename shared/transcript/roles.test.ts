import { describe, expect, it } from 'vitest'
import { type Speech, speechesOf } from './people.ts'
import { assignRoles } from './roles.ts'

const rolesOf = (speeches: readonly Speech[]) => assignRoles(speechesOf(speeches))
const speech = (speaker: string, length: number, asks: boolean) => ({ speaker, affiliation: '', length, asks })

describe('assignRoles', () => {
  it('believes labels', () => {
    expect(rolesOf([speech('Q', 5, false), speech('MS. DALTON', 9, true)])).toEqual(['question', 'answer'])
  })

  it('keeps what comes before the first question out of the answers', () => {
    const speeches = [speech('陈树', 90, false), speech('新报记者', 9, true), speech('陈树', 90, false)]
    expect(rolesOf(speeches)).toEqual(['other', 'question', 'answer'])
  })

  it('learns who asks from question marks and lengths', () => {
    const speeches = [
      speech('Ann', 20, true),
      speech('Ben', 200, false),
      speech('Ann', 20, true),
      speech('Ben', 150, true),
    ]
    expect(rolesOf(speeches)).toEqual(['question', 'answer', 'question', 'answer'])
  })

  it('takes a chair whom everybody asks for the one who answers', () => {
    const speeches = [
      speech('Q', 9, true),
      speech('THE PRESIDENT', 90, false),
      speech('Q', 9, true),
      speech('THE PRESIDENT', 9, false),
    ]
    expect(rolesOf(speeches)).toEqual(['question', 'answer', 'question', 'answer'])
  })

  it('sees no interview where nobody asks', () => {
    expect(rolesOf([speech('Ann', 20, false), speech('Ben', 30, false)])).toEqual(['other', 'other'])
  })
})
