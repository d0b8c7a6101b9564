/** Closes what was opened, in reverse order, as a test's teardown does: for programs that use the tests' servers. */

export interface Closing {
  teardown (close: () => unknown): void
  /** Never rejects: what cannot be closed must not keep the rest open. */
  close (): Promise<void>
}

export function createClosing (): Closing {
  const opened: Array<() => unknown> = []
  let closing: Promise<void> | undefined
  const closeAll = async () => {
    for (let close = opened.pop(); close; close = opened.pop()) {
      try {
        await close()
      } catch {}
    }
  }
  return {
    teardown: close => { opened.push(close) },
    close: async () => {
      closing ??= closeAll()
      return closing
    }
  }
}
