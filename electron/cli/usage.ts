export const USAGE = `redchop demo [--out FOLDER]
    Does the main job on the sample case, without a window: an encrypted vault, its mail in, statements confirmed,
    exhibits out. FOLDER is demo-output unless said otherwise; what an earlier demo left there is replaced.

redchop verify BUNDLE
    Checks an exported bundle, a folder or a ZIP, against its manifest.

redchop verify --vault FOLDER [BUNDLE]
    Asks for the passphrase; re-hashes every original in the vault and re-checks the audit chain; with a bundle, also that
    this vault exported it.

Ends with 0 where everything is in order, with 1 where something is wrong, and names it, with 2 where it cannot be done.
`
