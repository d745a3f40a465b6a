import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openingPlace, SMALLEST_WINDOW } from './window-place.ts'

const screen = { x: 0, y: 25, width: 1920, height: 1055 }
const place = { x: 100, y: 50, width: 1000, height: 700, isMaximized: false }

describe('openingPlace', () => {
  it('opens where the window stood', () => {
    expect(openingPlace(place, [screen])).toEqual({ x: 100, y: 50, width: 1000, height: 700 })
  })

  it('forgets a place on a screen that is gone', () => {
    expect(openingPlace({ ...place, x: 2500 }, [screen])).toEqual({ width: 1280, height: 860 })
    const second = { ...screen, x: 1920 }
    expect(openingPlace({ ...place, x: 2500 }, [screen, second]).x).toBe(2500)
  })

  it('forgets a place whose top edge cannot be grabbed', () => {
    expect(openingPlace({ ...place, y: -300 }, [screen]).y).toBeUndefined()
    expect(openingPlace({ ...place, y: 1079 }, [screen]).y).toBeUndefined()
    expect(openingPlace({ ...place, x: -950 }, [screen]).x).toBeUndefined()
  })

  it('fits a small screen', () => {
    expect(openingPlace(null, [{ x: 0, y: 0, width: 1024, height: 740 }])).toEqual({ width: 1024, height: 740 })
  })

  it('always gives a window that can be used', () => {
    const number = fc.integer({ min: -5000, max: 5000 })
    fc.assert(
      fc.property(number, number, number, number, (x, y, width, height) => {
        const opening = openingPlace({ x, y, width, height, isMaximized: false }, [screen])
        expect(opening.width).toBeGreaterThanOrEqual(SMALLEST_WINDOW.width)
        expect(opening.height).toBeGreaterThanOrEqual(SMALLEST_WINDOW.height)
      }),
    )
  })
})
