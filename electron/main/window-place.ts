import type { WindowPlace } from './settings.ts'

export const SMALLEST_WINDOW = { width: 900, height: 600 } as const
const USUAL_WINDOW = { width: 1280, height: 860 } as const

/** How much of the window's top edge must be on a screen, so that it can be grabbed with the mouse. */
const GRAB = { width: 120, height: 40 } as const

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Size, and the place if it is known; without one the system centres the window. */
export interface OpeningPlace {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
}

/**
 * Where to open the window: where it stood, if that is still within reach on one of the screens (one
 * may have been unplugged); otherwise in the usual size, and never larger than the first screen allows.
 */
export function openingPlace(remembered: WindowPlace | null, screens: readonly Area[]): OpeningPlace {
  if (remembered !== null && screens.some((screen) => isWithinReach(remembered, screen))) {
    const { x, y, width, height } = remembered
    return { x, y, width: Math.max(width, SMALLEST_WINDOW.width), height: Math.max(height, SMALLEST_WINDOW.height) }
  }
  const first = screens[0]
  if (first === undefined) return USUAL_WINDOW
  return {
    width: Math.min(USUAL_WINDOW.width, first.width),
    height: Math.min(USUAL_WINDOW.height, first.height),
  }
}

/** How far a further window stands from the one before it, so that both can be seen and grabbed. */
const STEP = 32

/** Where to open a further window: a little below and to the right of the one before, as long as it can be grabbed there. */
export function besidePlace(before: Area, screens: readonly Area[]): OpeningPlace {
  const place = { ...before, x: before.x + STEP, y: before.y + STEP, isMaximized: false }
  return openingPlace(screens.some((screen) => isWithinReach(place, screen)) ? place : null, screens)
}

function isWithinReach(place: WindowPlace, screen: Area): boolean {
  const seen = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x)
  return (
    seen >= GRAB.width &&
    place.y >= screen.y - GRAB.height / 2 &&
    place.y + GRAB.height <= screen.y + screen.height &&
    place.width > 0 &&
    place.height > 0
  )
}
