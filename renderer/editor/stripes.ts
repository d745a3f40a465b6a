import type { Mark } from './mark.ts'
import { layOutStripes, type StripePlace } from './stripe-layout.ts'

/** Which stripes stand out. */
export interface StripeEmphasis {
  /** The mark in hand, or `null`. */
  readonly focused: string | null
  /** Those that are pointed at, from wherever; where there are any, the others step back. */
  readonly pointed: ReadonlySet<Mark>
  /** Those on which the pointer rests in the text. */
  readonly here: ReadonlySet<string>
}

/**
 * Draws the coding stripes in the margin: one bar for each part of each coding near the viewport, in its
 * lane, and the codes' names beside them where there is room. Elements are used again, since making them is
 * most of the cost. They are for the eye and the mouse; the keyboard walks codings by commands.
 */
export function drawStripes(host: HTMLElement, places: readonly StripePlace[], emphasis: StripeEmphasis): void {
  const { stripes, gathered, names, namesLeft } = layOutStripes(places, host.clientWidth)
  let used = 0
  const next = (className: string, marks: readonly Mark[]): HTMLElement => {
    let element = host.children[used] as HTMLElement | undefined
    if (element === undefined) {
      element = document.createElement('div')
      host.append(element)
    }
    used += 1
    element.className = className + emphasisOf(marks, emphasis)
    element.dataset['marks'] = marks.map((mark) => mark.id).join(' ')
    element.dataset['colour'] = marks[0]?.colour ?? ''
    element.title = marks.map((mark) => mark.name).join('\n')
    element.textContent = ''
    element.removeAttribute('style')
    return element
  }

  for (const { mark, kind, left, width, top, bottom } of stripes) {
    const bar = next(kind === 'join' ? 'stripe-join' : `stripe ${mark.manner}`, [mark])
    setBox(bar, left, top, bottom)
    bar.style.width = `${width}px`
  }
  for (const { marks, left, width, top, bottom } of gathered) {
    const bar = next('stripe-gathered', marks)
    setBox(bar, left, top, bottom)
    bar.style.width = `${width}px`
    bar.textContent = String(marks.length)
  }
  for (const { marks, top } of names) {
    const line = next(`stripe-name ${marks.length === 1 ? (marks[0]?.manner ?? '') : 'several'}`, marks)
    line.textContent = marks.length === 1 ? (marks[0]?.name ?? '') : `+${marks.length}`
    line.style.left = `${namesLeft ?? 0}px`
    line.style.maxWidth = `calc(100% - ${namesLeft ?? 0}px)`
    line.style.top = `${top}px`
  }
  while (host.children.length > used) host.lastElementChild?.remove()
}

/** The marks that an element of the stripes stands for; empty for any other. */
export function marksOfStripe(target: EventTarget | null): readonly string[] {
  const ids = target instanceof HTMLElement ? target.dataset['marks'] : undefined
  return ids === undefined || ids === '' ? [] : ids.split(' ')
}

function emphasisOf(marks: readonly Mark[], { focused, pointed, here }: StripeEmphasis): string {
  const words: string[] = []
  if (marks.some((mark) => mark.id === focused)) words.push('focused')
  if (marks.some((mark) => here.has(mark.id))) words.push('here')
  if (pointed.size > 0) words.push(marks.some((mark) => pointed.has(mark)) ? 'pointed' : 'faint')
  return words.map((word) => ` ${word}`).join('')
}

function setBox(element: HTMLElement, left: number, top: number, bottom: number): void {
  element.style.left = `${left}px`
  element.style.top = `${top}px`
  element.style.height = `${bottom - top}px`
}
