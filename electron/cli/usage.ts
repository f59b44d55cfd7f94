export const USAGE = `redchop demo [--out FOLDER]
    Does the main job on the sample case, without a window: an encrypted vault, its mail in, statements confirmed,
    exhibits out. FOLDER is demo-output unless said otherwise; what an earlier demo left there is replaced.

redchop verify BUNDLE
    Checks an exported bundle, a folder or a ZIP, against its manifest.

redchop verify --vault FOLDER [BUNDLE]
    Asks for the passphrase; checks every page of the database, re-hashes every original in the vault and re-checks the audit
    chain; with a bundle, also that this vault exported it.

redchop backup --vault FOLDER [BACKUP FOLDER]
    Asks for the passphrase; makes a backup where backups go, and restores it for trial. BACKUP FOLDER is from then on where
    they go, also those that the window makes by itself. It
    counts only when everything in it was found equal; then older ones that are not needed any more are removed.

redchop restore BACKUP --vault FOLDER [--recovery-code]
    BACKUP is one backup, or a folder of them, of which the newest is taken. Asks for the passphrase, or the recovery code,
    it was made under; verifies all of it and puts it in the place of the vault at FOLDER. A vault there before is kept beside
    it under another name.

redchop custody --vault FOLDER TARGET
    Asks for the passphrase; writes the custody record, the whole audit chain with the verifiers, into a new folder in TARGET.

redchop receipt --vault FOLDER FILE.pdf
    Asks for the passphrase; writes a receipt for the vault as it stands: a page with a QR code, to be kept elsewhere.

redchop check-receipt --vault FOLDER "REDCHOP-RECEIPT-1 ..."
    Asks for the passphrase; holds a receipt against the vault: MATCHES, LATER_THAN_VAULT (the vault was put back to an earlier
    state), DIFFERENT_HISTORY (entries were altered, or a backup older than the receipt was restored), ANOTHER_VAULT,
    or NOT_A_RECEIPT.

redchop salvage VAULT TARGET [--recovery-code]
    For a vault whose database is damaged or gone: asks for the passphrase, or the recovery code, and writes every original
    that is whole into TARGET, a new folder, beside a list of what each was called and what is lost. What lies there is not
    encrypted any more. The vault is not changed.

--key-file FILE goes with the passphrase wherever one is asked for and the vault wants a key file.

Ends with 0 where everything is in order, with 1 where something is wrong, and names it, with 2 where it cannot be done.
`
