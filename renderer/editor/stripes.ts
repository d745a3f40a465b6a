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
 * lane, and the codes' names beside them where there is room. A stripe keeps its element, and those that are free are used
 * again, since making them is most of the cost. They are for the eye and the mouse; the keyboard walks codings by commands.
 */
export function drawStripes(host: HTMLElement, layout: StripeLayout, emphasis: StripeEmphasis): void {
  const looks = looksOf(layout, emphasis)
  const before = drawn.get(host) ?? new Map<string, Drawn>()
  const now = new Map<string, Drawn>()
  const waiting: (readonly [key: string, look: Look])[] = []
  for (const [key, look] of looks) {
    const there = before.get(key)
    if (there === undefined) waiting.push([key, look])
    else {
      before.delete(key)
      if (!isSame(there.look, look)) write(there.element, look, there.look)
      now.set(key, { element: there.element, look })
    }
  }
  // What is gone is used for what has come.
  const spare = [...before.values()]
  for (const [key, look] of waiting) {
    const old = spare.pop()
    const element = old?.element ?? document.createElement('div')
    write(element, look, old?.look ?? null)
    if (old === undefined) host.append(element)
    now.set(key, { element, look })
  }
  for (const { element } of spare) element.remove()
  drawn.set(host, now)
}

/** Takes everything out of the margin; whoever draws in it next begins anew. */
export function clearStripes(host: HTMLElement): void {
  drawn.delete(host)
  host.replaceChildren()
}

/** Everything that is to stand in the margin, by a key that stays the same for the same stripe. */
function looksOf({ stripes, gathered, names, namesLeft }: StripeLayout, emphasis: StripeEmphasis): Map<string, Look> {
  const looks = new Map<string, Look>()
  const put = (key: string, className: string, marks: readonly Mark[], text: string, style: string): void => {
    const [first] = marks
    const same = `${key} ${first?.id ?? ''}`
    looks.set(looks.has(same) ? `${same} ${looks.size}` : same, {
      className: className + emphasisOf(marks, emphasis),
      ids: marks.map((mark) => mark.id).join(' '),
      colour: first?.colour ?? '',
      title: marks.map((mark) => mark.name).join('\n'),
      text,
      style,
    })
  }
  for (const { mark, kind, left, width, top, bottom } of stripes) {
    const className = kind === 'join' ? 'stripe-join' : `stripe ${mark.manner}`
    put(kind, className, [mark], '', boxOf(left, width, top, bottom))
  }
  for (const { marks, left, width, top, bottom } of gathered) {
    put('gathered', 'stripe-gathered', marks, String(marks.length), boxOf(left, width, top, bottom))
  }
  for (const { marks, top } of names) {
    const isOne = marks.length === 1
    const style = `left: ${namesLeft ?? 0}px; max-width: calc(100% - ${namesLeft ?? 0}px); top: ${top}px`
    const className = `stripe-name ${isOne ? (marks[0]?.manner ?? '') : 'several'}`
    put('name', className, marks, isOne ? (marks[0]?.name ?? '') : `+${marks.length}`, style)
  }
  return looks
}

/** Writes what is another than before, since the browser would style and lay out all that is written. */
function write(element: HTMLElement, look: Look, before: Look | null): void {
  if (look.className !== before?.className) element.className = look.className
  if (look.ids !== before?.ids) element.dataset['marks'] = look.ids
  if (look.colour !== before?.colour) element.dataset['colour'] = look.colour
  if (look.title !== before?.title) element.title = look.title
  if (look.text !== before?.text) element.textContent = look.text
  if (look.style !== before?.style) element.style.cssText = look.style
}

/** What an element is drawn as. */
interface Look {
  readonly className: string
  readonly ids: string
  readonly colour: string
  readonly title: string
  readonly text: string
  readonly style: string
}

interface Drawn {
  readonly element: HTMLElement
  readonly look: Look
}

/** What stands in each margin, by key. */
const drawn = new WeakMap<HTMLElement, Map<string, Drawn>>()

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
