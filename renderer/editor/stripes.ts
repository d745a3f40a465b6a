import type { Mark } from './mark.ts'
import type { StripeLayout } from './stripe-layout.ts'

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
export function drawStripes(host: HTMLElement, layout: StripeLayout, emphasis: StripeEmphasis): void {
  const { stripes, gathered, names, namesLeft } = layout
  let used = 0
  const put = (className: string, marks: readonly Mark[], text: string, style: string): void => {
    let element = host.children[used] as HTMLElement | undefined
    if (element === undefined) {
      element = document.createElement('div')
      host.append(element)
    }
    used += 1
    const look = {
      className: className + emphasisOf(marks, emphasis),
      ids: marks.map((mark) => mark.id).join(' '),
      colour: marks[0]?.colour ?? '',
      title: marks.map((mark) => mark.name).join('\n'),
      text,
      style,
    }
    const before = drawn.get(element)
    if (before !== undefined && isSame(before, look)) return
    drawn.set(element, look)
    element.className = look.className
    element.dataset['marks'] = look.ids
    element.dataset['colour'] = look.colour
    element.title = look.title
    element.textContent = text
    element.style.cssText = style
  }

  for (const { mark, kind, left, width, top, bottom } of stripes) {
    const className = kind === 'join' ? 'stripe-join' : `stripe ${mark.manner}`
    put(className, [mark], '', boxOf(left, width, top, bottom))
  }
  for (const { marks, left, width, top, bottom } of gathered) {
    put('stripe-gathered', marks, String(marks.length), boxOf(left, width, top, bottom))
  }
  for (const { marks, top } of names) {
    const isOne = marks.length === 1
    const style = `left: ${namesLeft ?? 0}px; max-width: calc(100% - ${namesLeft ?? 0}px); top: ${top}px`
    const className = `stripe-name ${isOne ? (marks[0]?.manner ?? '') : 'several'}`
    put(className, marks, isOne ? (marks[0]?.name ?? '') : `+${marks.length}`, style)
  }
  while (host.children.length > used) host.lastElementChild?.remove()
}

/** What an element was drawn as; what has not changed is not written again, since the browser would lay all of it out. */
interface Look {
  readonly className: string
  readonly ids: string
  readonly colour: string
  readonly title: string
  readonly text: string
  readonly style: string
}

const drawn = new WeakMap<Element, Look>()

function isSame(one: Look, other: Look): boolean {
  return (Object.keys(one) as (keyof Look)[]).every((key) => one[key] === other[key])
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

function boxOf(left: number, width: number, top: number, bottom: number): string {
  return `left: ${left}px; top: ${top}px; width: ${width}px; height: ${bottom - top}px`
}
