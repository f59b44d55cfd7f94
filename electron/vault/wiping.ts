/** Runs `work` and then overwrites `secret`, however it ended. */
export async function wiping<T>(secret: Uint8Array, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    secret.fill(0)
  }
}
