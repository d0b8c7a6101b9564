/** Whether a value out of JSON has lists or objects within each other deeper than that. Without recursion, which is what depth attacks. */
export function isNestedDeeperThan (limit: number, value: unknown): boolean {
  let level = [value].filter(isContainer)
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap(container => Object.values(container).filter(isContainer))
  }
  return false
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null
