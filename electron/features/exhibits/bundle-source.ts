/** An exported bundle as it lies there, folder or ZIP. Nothing is ever opened by a name that the bundle itself gives. */
export interface BundleSource {
  /** Every file by its path inside, in NFC, with `/` between folders. */
  files: ReadonlyMap<string, BundleFile>
  /** What is there and is no plain file, or stands there twice. */
  strange: readonly string[]
}

export interface BundleFile {
  sizeBytes: number
  /** Undefined where the bytes cannot be read out. */
  sha256(): Promise<string | undefined>
  read(): Promise<Uint8Array | undefined>
}
