import type { Mark } from './mark.ts'

/** Where a mark stands on the page, in CSS pixels from the top of the stripes' own element. */
export interface StripePlace {
  readonly mark: Mark
  readonly lane: number
  /** One for each of its spans that is near, from top to bottom. */
  readonly parts: readonly { readonly top: number; readonly bottom: number }[]
}

/** A stripe: one part of one mark, or a line that joins two parts. */
export interface Stripe {
  readonly mark: Mark
  readonly kind: 'part' | 'join'
  readonly left: number
  readonly width: number
  readonly top: number
  readonly bottom: number
}

/** Marks that had to be drawn as one, for want of room. */
export interface Gathered {
  readonly marks: readonly Mark[]
  readonly left: number
  readonly width: number
  readonly top: number
  readonly bottom: number
}

/** A line of words in the margin: a code's name, or how many names found no room. */
export interface NameLine {
  readonly marks: readonly Mark[]
  readonly top: number
}

export interface StripeLayout {
  readonly stripes: readonly Stripe[]
  readonly gathered: readonly Gathered[]
  readonly names: readonly NameLine[]
  /** Where names begin; `null` where there is no room for them. */
  readonly namesLeft: number | null
}

/** How far apart lanes stand where there is room, and at the least: a stripe of three pixels is still told from the next. */
const WIDE_LANE = 9
const NARROW_LANE = 5
/** For the stripe that stands for several, with their number on it. */
const GATHERED_WIDTH = 16
/** Names have room from this width on; below it the lanes get everything. */
const NAMES_FROM = 110
const NAME_ROOM = 78
const NAME_HEIGHT = 18
/** How far below its stripe's top a name may be pushed by those above it: ten names, in pixels. */
const NAME_DRIFT = 180
const SHORTEST = 6

/**
 * Lays the stripes out in `width` pixels. Lanes come closer where they are many; those that still find no room
 * are gathered in one stripe that says how many they are, so that nothing ever stands over the text or the names.
 */
export function layOutStripes(places: readonly StripePlace[], width: number): StripeLayout {
  const lanes = places.reduce((most, place) => Math.max(most, place.lane + 1), 0)
  const hasNames = width >= NAMES_FROM
  const room = hasNames ? width - NAME_ROOM : width
  const isTooMany = lanes * NARROW_LANE > room
  const own = isTooMany ? Math.max(0, Math.floor((room - GATHERED_WIDTH) / NARROW_LANE)) : lanes
  const pitch = isTooMany ? NARROW_LANE : Math.min(WIDE_LANE, room / Math.max(1, lanes))
  const bar = Math.max(3, Math.min(5, pitch - 2))

  const stripes: Stripe[] = []
  for (const { mark, lane, parts } of places) {
    if (lane >= own) continue
    const left = lane * pitch
    const first = parts[0]
    const last = parts.at(-1)
    if (parts.length > 1 && first !== undefined && last !== undefined) {
      stripes.push({ mark, kind: 'join', left: left + bar / 2 - 0.5, width: 1, top: first.bottom, bottom: last.top })
    }
    for (const { top, bottom } of parts) {
      stripes.push({
        mark,
        kind: 'part',
        left,
        width: bar,
        top: top + 1,
        bottom: Math.max(top + 1 + SHORTEST, bottom - 1),
      })
    }
  }
  const gathered = gather(
    places.filter(({ lane }) => lane >= own),
    own * pitch,
  )
  const lanesWidth = gathered.length > 0 ? own * pitch + GATHERED_WIDTH : lanes * pitch
  return {
    stripes,
    gathered,
    names: hasNames ? placeNames(places) : [],
    namesLeft: hasNames ? Math.ceil(lanesWidth) + 3 : null,
  }
}

/** Joins what overlaps from top to bottom. */
function gather(places: readonly StripePlace[], left: number): readonly Gathered[] {
  const found: { marks: Mark[]; top: number; bottom: number }[] = []
  for (const { mark, parts } of [...places].sort((a, b) => topOf(a) - topOf(b))) {
    for (const { top, bottom } of parts) {
      const last = found.at(-1)
      if (last === undefined || top > last.bottom) found.push({ marks: [mark], top, bottom })
      else {
        if (!last.marks.includes(mark)) last.marks.push(mark)
        last.bottom = Math.max(last.bottom, bottom)
      }
    }
  }
  return found.map(({ marks, top, bottom }) => ({
    marks,
    left,
    width: GATHERED_WIDTH - 2,
    top: top + 1,
    bottom: bottom - 1,
  }))
}

/** Sets the names below one another, near their stripes; those that would stand too far off are counted below the last. */
function placeNames(places: readonly StripePlace[]): readonly NameLine[] {
  const lines: { marks: Mark[]; top: number }[] = []
  let free = Number.NEGATIVE_INFINITY
  let rest: { marks: Mark[]; top: number } | null = null
  for (const place of [...places].sort((a, b) => topOf(a) - topOf(b) || a.lane - b.lane)) {
    const top = Math.max(topOf(place), free)
    if (top - topOf(place) <= NAME_DRIFT) {
      lines.push({ marks: [place.mark], top })
      free = top + NAME_HEIGHT
      rest = null
    } else if (rest === null) {
      const last = lines.at(-1)
      if (last === undefined) continue
      // The last name makes room for the number, which stands for it too.
      last.marks.push(place.mark)
      rest = last
    } else rest.marks.push(place.mark)
  }
  return lines
}

function topOf({ parts }: StripePlace): number {
  return parts[0]?.top ?? 0
}
