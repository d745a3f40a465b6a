import { foundProject } from '#renderer/commands/acts/project-acts.ts'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import type { Change } from '#shared/journal/change.ts'
import { entryOfAct, foundingEntry, type JournalEntry, type JournalHead } from '#shared/journal/entry.ts'
import { packProject, packSources } from '#shared/journal/pack.ts'
import { applyChanges, emptyState } from '#shared/journal/state.ts'
import { COLOUR_NAMES, type Code } from '#shared/model/code.ts'
import type { CodeId, CoderId, ProjectId, SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { type SourceSummary, summaryKey, summaryOf } from '#shared/sources/source-summary.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { type StoredReading, storeReading } from '#shared/transcript/stored-reading.ts'
import type { Rows } from '../profile.ts'
import { AT, codedPassage, countedIds, sourceOf } from '../records.ts'
import type { ProjectSize } from '../sizes.ts'
import { type Corpus, corpusOf, randomFrom } from '../text/corpus.ts'

/** What sources and codes are called, with a number; each word has letters that no other has, nor the name of a file. */
const OUTLETS = ['Xinhua', 'Kyodo', 'Bernama', 'Reuters', 'Tass'] as const
const THEMES = ['Zoning', 'Voting', 'Export', 'Budget', 'Jury'] as const

/** So many texts are told apart; more would only take longer to read. */
const TEXTS = 10
/** So many sources are written at once. */
const TOGETHER = 100

/**
 * A project of many sources as a program with this recogniser keeps it, part by part: each source coded, summed up, and told
 * of in the journal.
 */
export function* projectProfile(size: ProjectSize, recogniser: string): Generator<Rows> {
  const newId = countedIds()
  const random = randomFrom(size.codings)
  const projectId = newId() as ProjectId
  const coderId = newId() as CoderId
  const project = { id: projectId, name: 'bench', createdAt: AT }
  const starter = starterCodebook('en', newId)
  const codes = [...starter, ...furtherCodes(starter, size.codes, newId)]
  const codable = codes.filter(({ isCodable }) => isCodable)
  const founding = foundProject(project, { id: coderId, name: 'bench', createdAt: AT }, codes)
  const texts = distinctTexts(size)
  const sources = Array.from({ length: size.sources }, (_, index) =>
    sourceAt(index, newId() as SourceId, texts[index % TEXTS]?.corpus.text.length ?? 0),
  )
  const imported = sources.map((source): Change => ({ kind: 'source', before: null, after: source }))
  const state = applyChanges(emptyState(project), [...founding.changes, ...imported])
  const first = foundingEntry(projectId, founding, { at: AT, coderId })
  yield {
    journal: [first],
    projects: [{ id: projectId, name: 'bench', createdAt: AT, openedAt: AT, packedSeq: 1 + size.acts }],
    packs: [{ projectId, scope: 'project', pack: packProject(state) }],
    settings: [
      { key: 'last-project', value: projectId },
      { key: `last-source:${projectId}`, value: sources[0]?.id },
    ],
  }
  let head: JournalHead = first
  for (let from = 0; from < sources.length; from += TOGETHER) {
    const some = sources.slice(from, from + TOGETHER)
    const journal: JournalEntry[] = []
    const changes = some.flatMap((source, index) => {
      const corpus = texts[(from + index) % TEXTS]?.corpus
      if (corpus === undefined) throw new Error('no text')
      return corpus.list.flatMap((coding, number) => {
        const code = codable[Math.floor(random() * codable.length)]
        if (code === undefined) throw new Error('no code')
        const made = coded(corpus, coding.source, { sourceId: source.id, codeId: code.id, coderId }, newId)
        if (number < size.acts / size.sources) {
          const act = { name: 'act.applyCode' as const, values: { code: code.name }, changes: made }
          const entry = entryOfAct(head, act, { at: AT, coderId })
          journal.push(entry)
          head = entry
        }
        return made
      })
    })
    const marked = applyChanges(state, changes)
    yield {
      journal,
      packs: packSources(marked, new Set(some.map(({ id }) => id))).map((pack) => ({
        projectId,
        scope: pack.sourceId,
        pack,
      })),
      texts: some.map(({ id }, index) => ({ sourceId: id, text: texts[(from + index) % TEXTS]?.corpus.text })),
      summaries: some.map(({ id }, index) => ({
        sourceId: id,
        key: summaryKey(recogniser, new Map()),
        summary: texts[(from + index) % TEXTS]?.summary,
      })),
      readings: some.map(({ id }, index) => ({
        sourceId: id,
        recogniser,
        reading: texts[(from + index) % TEXTS]?.reading,
      })),
    }
  }
}

function coded(
  corpus: Corpus,
  place: { readonly start: number; readonly end: number },
  of: { readonly sourceId: SourceId; readonly codeId: CodeId; readonly coderId: CoderId },
  newId: () => string,
): readonly Change[] {
  const { segment, coding } = codedPassage(corpus.text, place, of, newId)
  return [
    { kind: 'segment', before: null, after: segment },
    { kind: 'coding', before: null, after: coding },
  ]
}

/** A text with what is kept of its reading. */
interface ReadText {
  readonly corpus: Corpus
  readonly summary: SourceSummary
  readonly reading: StoredReading
}

function distinctTexts(size: ProjectSize): readonly ReadText[] {
  const [characters, codings] = [size.characters / size.sources, size.codings / size.sources]
  return Array.from({ length: TEXTS }, (_, number) => {
    const corpus = corpusOf({ characters: characters - 7 * number, codings })
    const reading = readTranscript(corpus.text)
    return { corpus, summary: summaryOf(reading), reading: storeReading(corpus.text, reading) }
  })
}

function sourceAt(index: number, id: SourceId, length: number): Source {
  const outlet = OUTLETS[index % OUTLETS.length] ?? OUTLETS[0]
  const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)
  return sourceOf(id, `${outlet} ${String(index + 1).padStart(4, '0')}`, length, { outlet, date: day })
}

/** So many codes below the families that are there. */
function furtherCodes(starter: readonly Code[], count: number, newId: () => string): readonly Code[] {
  const families = starter.filter(({ parentId }) => parentId === null)
  return Array.from({ length: count }, (_, index): Code => {
    const theme = THEMES[index % THEMES.length] ?? THEMES[0]
    return {
      id: newId() as CodeId,
      parentId: families[index % families.length]?.id ?? null,
      name: `${theme} ${String(index + 1).padStart(4, '0')}`,
      definition: `What is said of ${theme.toLowerCase()}.`,
      include: '',
      exclude: '',
      colour: COLOUR_NAMES[index % COLOUR_NAMES.length] ?? 'blue',
      key: null,
      isCodable: true,
      position: 100 + index,
      family: null,
    }
  })
}
