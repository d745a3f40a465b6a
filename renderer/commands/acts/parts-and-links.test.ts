import { expect, test } from 'vitest'
import { codeList, marksOf } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { linksOf } from '#shared/query/links-of.ts'
import { addPart, fitParts, joinParts, movePart, namePart, removePart } from './change-parts.ts'
import { coded, done, HERE, SOURCES, spansOf, start, TEXT, THERE, twoCoded, world } from './coded-passages.ts'
import { changeLink, linkCodings, reverseLink } from './link-codings.ts'
import type { ActResult } from './refusal.ts'
import { removeCoding } from './remove-coding.ts'
import { resizeCoding } from './resize-coding.ts'
import { setPartNames } from './set-part-names.ts'
import { writeMemo } from './write-memo.ts'

test('parts are added, named, joined and taken away', () => {
  let [state, coding] = coded(start(), { code: 0, spans: [[0, 6]] })
  const at = { sourceId: HERE, text: TEXT, codingId: coding.id }
  const add = (from: number, to: number): ActResult =>
    addPart(state, { passage: { sourceId: HERE, text: TEXT, span: spanOf(from, to) }, codingId: coding.id }, world)
  expect(add(2, 4)).toMatchObject({ refused: 'refusal.partThere' })
  state = done(state, add(8, 12))
  state = done(state, namePart(state, { ...at, index: 0, name: ' thesis ' }, world))
  expect(spansOf(state, coding)).toEqual([
    [0, 6, 'thesis'],
    [8, 12],
  ])
  expect(joinParts(state, { ...at, index: 0 }, world)).toMatchObject({ refused: 'refusal.wordsBetween' })
  expect(joinParts(state, { ...at, index: 1 }, world)).toMatchObject({ refused: 'refusal.noNextPart' })
  state = done(state, add(6, 7))
  expect(spansOf(state, coding)).toEqual([
    [0, 6, 'thesis'],
    [6, 7],
    [8, 12],
  ])
  // Only a line break stands between the two.
  const joined = done(state, joinParts(state, { ...at, index: 1 }, world))
  expect(spansOf(joined, coding)).toEqual([
    [0, 6, 'thesis'],
    [6, 12],
  ])
  state = done(state, namePart(state, { ...at, index: 2, name: 'antithesis' }, world))
  expect(add(3, 10)).toMatchObject({ refused: 'refusal.partsDiffer' })
  expect(spansOf(done(state, add(5, 7)), coding)).toEqual([
    [0, 7, 'thesis'],
    [8, 12, 'antithesis'],
  ])
  state = done(state, removePart(state, { ...at, index: 1 }, world))
  state = done(state, removePart(state, { ...at, index: 0 }, world))
  expect(spansOf(state, coding)).toEqual([[8, 12, 'antithesis']])
  expect(removePart(state, { ...at, index: 0 }, world)).toMatchObject({ refused: 'refusal.onlyPart' })
})

test('the edges of a part stop at its neighbours; fitting takes the parts that the selection touches', () => {
  let [state, coding] = coded(start(), {
    code: 0,
    spans: [
      [20, 24],
      [0, 6],
      [8, 12],
    ],
  })
  expect(spansOf(state, coding)).toEqual([
    [0, 6],
    [8, 12],
    [20, 24],
  ])
  const passage = (from: number, to: number) => ({ sourceId: HERE, text: TEXT, span: spanOf(from, to) })
  const { id: codingId } = coding
  state = done(state, movePart(state, { passage: passage(6, 12), codingId, index: 1 }, world))
  expect(movePart(state, { passage: passage(5, 12), codingId, index: 1 }, world)).toMatchObject({
    refused: 'refusal.partInTheWay',
  })
  expect(resizeCoding(state, { passage: passage(6, 24), codingId }, world)).toMatchObject({
    refused: 'refusal.partInTheWay',
  })
  expect(spansOf(done(state, resizeCoding(state, { passage: passage(2, 30), codingId }, world)), coding)).toEqual([
    [2, 6],
    [6, 12],
    [20, 30],
  ])
  expect(fitParts(state, { passage: passage(14, 16), codingId }, world)).toMatchObject({
    refused: 'refusal.noPartSelected',
  })
  expect(spansOf(done(state, fitParts(state, { passage: passage(3, 9), codingId }, world)), coding)).toEqual([
    [3, 9],
    [20, 24],
  ])
})

test('codings that share a passage part when one of them changes its parts, and come together again', () => {
  const two = twoCoded(
    {
      code: 0,
      spans: [
        [0, 6],
        [8, 12],
      ],
    },
    {
      code: 1,
      spans: [
        [8, 12],
        [0, 6],
      ],
    },
  )
  const { first, second } = two
  const { state } = two
  expect(second.segmentId).toBe(first.segmentId)
  const at = { sourceId: HERE, text: TEXT, codingId: second.id, index: 0 }
  const apart = done(state, namePart(state, { ...at, name: 'thesis' }, world))
  expect(spansOf(apart, first)).toEqual([
    [0, 6],
    [8, 12],
  ])
  expect(spansOf(apart, second)).toEqual([
    [0, 6, 'thesis'],
    [8, 12],
  ])
  expect(marksOf(apart, HERE).segments.size).toBe(2)
  const together = done(apart, namePart(apart, { ...at, name: '' }, world))
  expect(marksOf(together, HERE).segments.size).toBe(1)
})

test('the memo on a passage that gives way goes to the one that is there', () => {
  const two = twoCoded({ code: 0, spans: [[0, 6]] }, { code: 1, spans: [[8, 12]] })
  const { first, second } = two
  let { state } = two
  for (const coding of [first, second]) {
    state = done(state, writeMemo(state, { target: { kind: 'segment', id: coding.segmentId }, text: coding.id }, world))
  }
  const passage = { sourceId: HERE, text: TEXT, span: spanOf(0, 6) }
  state = done(state, resizeCoding(state, { passage, codingId: second.id }, world))
  expect([...state.memos.values()].map(({ text }) => text)).toEqual([`${first.id}\n\n${second.id}`])
})

test('a link is refused to itself and twice the same, and goes with either of its codings', () => {
  const two = twoCoded({ code: 0, spans: [[0, 6]] }, { code: 0, spans: [[0, 6]], sourceId: THERE })
  const { first, second } = two
  let { state } = two
  const at = (coding: Coding) => ({ sourceId: coding.sourceId, codingId: coding.id })
  expect(linkCodings(state, { from: at(first), to: at(first), relation: 'repeats' }, world)).toMatchObject({
    refused: 'refusal.linkToItself',
  })
  state = done(state, linkCodings(state, { from: at(first), to: at(second), relation: 'supports' }, world))
  expect(linkCodings(state, { from: at(first), to: at(second), relation: 'supports' }, world)).toMatchObject({
    refused: 'refusal.linkedAlready',
  })
  state = done(state, linkCodings(state, { from: at(first), to: at(second), relation: 'attacks' }, world))
  const [link] = linksOf(state, first.id).outgoing
  if (link === undefined) throw new Error('no link')
  expect(changeLink(state, { sourceId: HERE, linkId: link.id, relation: 'attacks' })).toMatchObject({
    refused: 'refusal.linkedAlready',
  })
  state = done(state, reverseLink(state, { sourceId: HERE, linkId: link.id }))
  expect(linksOf(state, second.id).outgoing.map(({ id }) => id)).toEqual([link.id])
  expect(marksOf(state, THERE).links.size).toBe(1)
  for (const gone of [first, second]) {
    const after = done(state, removeCoding(state, at(gone)))
    expect(SOURCES.map((id) => marksOf(after, id).links.size)).toEqual([0, 0])
  }
})

test('the names that a code offers for parts are said in one line, each once', () => {
  const state = start()
  const code = codeList(state).find(({ parts }) => parts === undefined)
  if (code === undefined) throw new Error('every code has names')
  const { id: codeId } = code
  const named = done(state, setPartNames(state, { codeId, text: ' 起、承，转; 合, 起 ' }))
  expect(named.codes.get(codeId)?.parts).toEqual(['起', '承', '转', '合'])
  expect(setPartNames(named, { codeId, text: '起,承,转,合' })).toMatchObject({ refused: 'refusal.sameValue' })
  expect(done(named, setPartNames(named, { codeId, text: ' ' })).codes.get(codeId)).toEqual(code)
})
