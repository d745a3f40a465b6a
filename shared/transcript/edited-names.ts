import type { ReadingChange } from '#shared/model/reading-edit.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'

/**
 * Who is called how while speakers are renamed and taken for one another, in the order in which it
 * was said. A renaming costs the same however many turns a speaker has.
 */
export class EditedNames {
  readonly #names: string[] = []
  /** Whom a person turned out to be; oneself for most. */
  readonly #same: number[] = []
  readonly #called = new Map<string, number>()
  readonly #roles: (readonly [person: number, role: TurnRole])[] = []

  /** The person who is called so just now; a new one where nobody is. */
  personCalled(name: string): number {
    const known = this.#called.get(name)
    if (known !== undefined) return known
    const person = this.#names.push(name) - 1
    this.#same.push(person)
    this.#called.set(name, person)
    return person
  }

  apply(change: ReadingChange): void {
    if (change.kind === 'speaker-role') this.#roles.push([this.personCalled(change.speaker), change.role])
    if (change.kind !== 'speakers') return
    const people = change.names.flatMap((name) => this.#called.get(name) ?? [])
    if (people.length === 0) return
    const to = this.#called.get(change.to) ?? this.personCalled(change.to)
    for (const name of change.names) if (name !== change.to) this.#called.delete(name)
    for (const person of people) if (person !== to) this.#same[person] = to
  }

  /** What a person is called in the end. */
  nameOf(person: number): string {
    return this.#names[this.#found(person)] ?? ''
  }

  /** What was said of what people do in the talk, by the names that they have in the end; what was said last holds. */
  roles(): ReadonlyMap<string, TurnRole> {
    return new Map(this.#roles.map(([person, role]) => [this.nameOf(person), role]))
  }

  #found(person: number): number {
    let at = person
    for (let next = this.#same[at] ?? at; next !== at; next = this.#same[at] ?? at) {
      // Halves the way for whoever asks next.
      this.#same[at] = this.#same[next] ?? next
      at = next
    }
    return at
  }
}
