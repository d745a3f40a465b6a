import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, inverseOfAll } from '#shared/journal/change.ts'
import { allCodings, applyChanges, codeList, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { LINK_RELATIONS, type Link } from '#shared/model/link.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { linksOf } from '#shared/query/links-of.ts'
import { applyCode } from './apply-code.ts'
import { addPart, fitParts, joinParts, movePart, namePart, removePart } from './change-parts.ts'
import { HERE, SOURCES, spansOf, start, TEXT, THERE, world } from './coded-passages.ts'
import { changeLink, linkCodings, removeLink, reverseLink } from './link-codings.ts'
import { type ActResult, isRefusal } from './refusal.ts'
import { removeCoding } from './remove-coding.ts'
import { resizeCoding } from './resize-coding.ts'
import { writeMemo } from './write-memo.ts'

type Step = readonly [what: number, a: number, b: number, c: number]
const steps = fc.array(fc.tuple(fc.nat(13), fc.nat(), fc.nat(), fc.nat()), { maxLength: 40 })

function act(state: ProjectState, [what, a, b, c]: Step): ActResult | null {
  const codes = codeList(state).filter(({ isCodable }) => isCodable)
  const sourceId = a % 3 === 0 ? THERE : HERE
  const codings = [...marksOf(state, sourceId).codings.values()]
  const all = [...allCodings(state)]
  const links = SOURCES.flatMap((id) => [...marksOf(state, id).links.values()])
  const coding = codings[a % Math.max(1, codings.length)]
  const from = b % (TEXT.length - 1)
  const span = spanOf(from, from + 1 + (c % Math.min(9, TEXT.length - from)))
  const passage = { sourceId, text: TEXT, span }
  const code = codes[(a + c) % 3]
  const link = links[a % Math.max(1, links.length)]
  const relation = LINK_RELATIONS[c % 2] ?? 'supports'
  const other = all[b % Math.max(1, all.length)]
  const parts = coding === undefined ? [] : spansOf(state, coding)
  const at = { sourceId, text: TEXT, codingId: coding?.id ?? ('' as CodingId), index: b % Math.max(1, parts.length) }
  if (what <= 1 && code !== undefined) {
    const also = what === 0 ? [] : [spanOf(c % (TEXT.length - 2), (c % (TEXT.length - 2)) + 2)]
    return applyCode(state, { passage: { ...passage, also }, codeId: code.id, fields: {} }, world)
  }
  if (coding === undefined || other === undefined) return null
  switch (what) {
    case 2:
    case 3:
      return addPart(state, { passage, codingId: coding.id }, world)
    case 4:
      return removePart(state, at, world)
    case 5:
      return namePart(state, { ...at, name: ['', 'thesis', 'antithesis'][c % 3] ?? '' }, world)
    case 6:
      return joinParts(state, at, world)
    case 7:
      return movePart(state, { passage, codingId: coding.id, index: at.index }, world)
    case 8:
      return c % 2 === 0
        ? fitParts(state, { passage, codingId: coding.id }, world)
        : resizeCoding(state, { passage, codingId: coding.id }, world)
    case 9:
      return linkCodings(
        state,
        { from: { sourceId, codingId: coding.id }, to: { sourceId: other.sourceId, codingId: other.id }, relation },
        world,
      )
    case 10:
      if (link === undefined) return null
      return c % 2 === 0
        ? reverseLink(state, { sourceId: link.sourceId, linkId: link.id })
        : changeLink(state, { sourceId: link.sourceId, linkId: link.id, relation })
    case 11:
      return link === undefined ? null : removeLink(state, { sourceId: link.sourceId, linkId: link.id })
    case 12:
      return writeMemo(state, { target: { kind: 'segment', id: coding.segmentId }, text: `m${c}` }, world)
    default:
      return removeCoding(state, { sourceId, codingId: coding.id })
  }
}

function sorted(state: ProjectState): unknown {
  const table = (map: ReadonlyMap<string, unknown>): unknown =>
    [...map].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, record]) => record)
  return SOURCES.map((id) => Object.values(marksOf(state, id)).map((each) => table(each))).concat([
    table(state.memos) as unknown[],
  ])
}

function check(state: ProjectState): void {
  const codings = new Map([...allCodings(state)].map((coding) => [coding.id, coding]))
  for (const sourceId of SOURCES) {
    const { segments, links } = marksOf(state, sourceId)
    const used = new Set([...codings.values()].map(({ segmentId }) => segmentId))
    for (const { id, anchors } of segments.values()) {
      expect(used.has(id)).toBe(true)
      expect(anchors.length).toBeGreaterThan(0)
      anchors.forEach(({ span, quote, part }, index) => {
        expect(TEXT.slice(span.start, span.end)).toBe(quote)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.start).toBeGreaterThanOrEqual(anchors[index - 1]?.span.end ?? 0)
        expect(part).not.toBe('')
      })
    }
    const said = new Set<string>()
    for (const link of links.values()) {
      expect(link.sourceId).toBe(sourceId)
      expect(codings.get(link.from)?.sourceId).toBe(sourceId)
      expect(codings.get(link.to)?.sourceId).toBe(link.toSourceId)
      expect(link.from).not.toBe(link.to)
      said.add(`${link.from} ${link.relation} ${link.to}`)
    }
    expect(said.size).toBe(links.size)
  }
  const once = new Set<string>()
  for (const coding of codings.values()) {
    const key = `${coding.sourceId} ${coding.codeId} ${spansOf(state, coding).map(([from, to]) => `${from}-${to}`)}`
    expect(once.has(key)).toBe(false)
    once.add(key)
  }
  for (const { target } of state.memos.values()) {
    if (target.kind === 'segment') {
      expect(SOURCES.some((id) => marksOf(state, id).segments.has(target.id))).toBe(true)
    }
  }
}

test('any acts on parts and links keep passages whole, links between codings that are there, and can be undone', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const before = start()
      let state = before
      const changes: (readonly Change[])[] = []
      for (const step of list) {
        const result = act(state, step)
        if (result === null || isRefusal(result)) continue
        state = applyChanges(state, result.changes)
        check(state)
        changes.push(result.changes)
      }
      let back = state
      for (const each of [...changes].reverse()) back = applyChanges(back, inverseOfAll(each))
      expect(sorted(back)).toEqual(sorted(before))
      let again = back
      for (const each of changes) again = applyChanges(again, each)
      expect(sorted(again)).toEqual(sorted(state))
    }),
    { numRuns: 300 },
  )
})

test('links of a coding are those that name it', () => {
  fc.assert(
    fc.property(steps, (list) => {
      let state = start()
      for (const step of list) {
        const result = act(state, step)
        if (result !== null && !isRefusal(result)) state = applyChanges(state, result.changes)
      }
      const all = SOURCES.flatMap((id): readonly Link[] => [...marksOf(state, id).links.values()])
      for (const { id } of allCodings(state)) {
        expect(new Set(linksOf(state, id).outgoing)).toEqual(new Set(all.filter(({ from }) => from === id)))
        expect(new Set(linksOf(state, id).incoming)).toEqual(new Set(all.filter(({ to }) => to === id)))
      }
    }),
  )
})
