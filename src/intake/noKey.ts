/** The person has no key: what is kept of it cannot be read, as after a backup older than its erasure was put back. */
export class NoKey extends Error {
  override name = 'NoKey';
  readonly person: string;
  constructor(person: string) {
    super(`no key for person ${person}`);
    this.person = person;
  }
}
