import { isPossibleName, type LabelForm } from './label-candidate.ts'
import { type LabelParts, partsOfLabel } from './speaker-name.ts'

/** What the printed labels of one text say. The same few come over and over again, so each is taken apart once. */
export class KnownLabels {
  readonly #parts = new Map<string, LabelParts | null>()

  /** A printed label taken apart; `null`: nobody is called that. `form`: what it was when it came first. */
  partsOf(form: LabelForm, printed: string): LabelParts | null {
    let parts = this.#parts.get(printed)
    if (parts === undefined) {
      parts = partsOfLine(form, printed) ?? partsOfLabel(withoutEnd(form, printed))
      if (!isPossibleName(parts.speaker)) parts = null
      this.#parts.set(printed, parts)
    }
    return parts
  }
}

/** `Jane Roe - Norwood Corp. - CEO`, `Jane Roe -- Analyst`, alone on a line, as conference calls are printed. */
export const NAME_AND_OFFICE = /^(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){1,3})\s(?:--?|[–—])\s(\p{Lu}.{2,110})$/u

function partsOfLine(form: LabelForm, printed: string): LabelParts | null {
  if (form !== 'alone' && form !== 'bold-line') return null
  const [, speaker, affiliation] = NAME_AND_OFFICE.exec(printed.replace(/[*_]{2}/gu, '').trim()) ?? []
  return speaker === undefined || affiliation === undefined ? null : { speaker, affiliation, time: null }
}

/** In these forms something else is what a colon is elsewhere. */
function withoutEnd(form: LabelForm, printed: string): string {
  // The full stop behind initials is part of them.
  if (form === 'capitals' && !/[–—-]$/u.test(printed))
    return /\p{Lu}\.\s?\p{Lu}\.$/u.test(printed) ? printed : printed.slice(0, -1)
  if (form === 'capitals' || form === 'dashed') return printed.replace(/\.?\s*[–—-]$/u, '')
  if (form === 'letter') return printed.replace(/[.．、]$/u, '')
  // Of the times behind a name the first is when it begins.
  if (form === 'cell') return printed.replace(/^\d+\t+/u, '').replace(/(?<=\d\]?[ ]*)(?:\t[\d:.,\s[\]–—-]+)+$/u, '')
  return printed
}
