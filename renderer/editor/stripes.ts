import type { Mark } from './mark.ts'

/** Where a mark stands on the page, in CSS pixels from the top of the stripes' own element. */
export interface StripePlace {
  readonly mark: Mark
  readonly lane: number
  readonly top: number
  readonly bottom: number
}

const LANE_WIDTH = 9
/** More lanes than fit are set closer, so that the names keep their room. */
const LANES_ROOM = 45
const NAME_HEIGHT = 18
/** How far below its stripe's top a name may be pushed by those above it: ten names, in pixels. */
const NAME_DRIFT = 180

/**
 * Draws the coding stripes in the margin: one bar for each coding near the viewport, in its lane,
 * and the code's name beside it where there is room. Elements are used again, since making them is
 * most of the cost. They are for the eye and the mouse; the keyboard walks codings by commands.
 */
export function drawStripes(host: HTMLElement, places: readonly StripePlace[], focused: string | null): void {
  const lanes = places.reduce((most, place) => Math.max(most, place.lane + 1), 0)
  const pitch = Math.min(LANE_WIDTH, LANES_ROOM / Math.max(1, lanes))
  const namesLeft = Math.ceil(lanes * pitch) + 4
  const names = placeNames(places)

  let used = 0
  const next = (className: string, mark: Mark): HTMLElement => {
    let element = host.children[used] as HTMLElement | undefined
    if (element === undefined) {
      element = document.createElement('div')
      host.append(element)
    }
    used += 1
    element.className = className
    element.dataset['mark'] = mark.id
    element.dataset['colour'] = mark.colour
    element.title = mark.name
    return element
  }

  for (const { mark, lane, top, bottom } of places) {
    const bar = next(`stripe ${mark.manner}${mark.id === focused ? ' focused' : ''}`, mark)
    bar.textContent = ''
    bar.style.maxWidth = ''
    bar.style.left = `${lane * pitch}px`
    bar.style.top = `${top + 1}px`
    bar.style.height = `${Math.max(6, bottom - top - 2)}px`
    bar.style.width = `${Math.max(2, Math.min(5, pitch - 1.5))}px`
  }
  for (const { mark, top } of names) {
    const name = next(`stripe-name${mark.id === focused ? ' focused' : ''}`, mark)
    name.textContent = mark.name
    name.style.left = `${namesLeft}px`
    name.style.maxWidth = `calc(100% - ${namesLeft}px)`
    name.style.top = `${top}px`
    name.style.height = ''
    name.style.width = ''
  }
  while (host.children.length > used) host.lastElementChild?.remove()
}

/** Sets the names below one another, near their stripes; one that would stand too far off is left out. */
function placeNames(places: readonly StripePlace[]): readonly { readonly mark: Mark; readonly top: number }[] {
  const names: { mark: Mark; top: number }[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const { mark, top } of [...places].sort((a, b) => a.top - b.top || a.lane - b.lane)) {
    const at = Math.max(top, free)
    if (at - top > NAME_DRIFT) continue
    names.push({ mark, top: at })
    free = at + NAME_HEIGHT
  }
  return names
}
