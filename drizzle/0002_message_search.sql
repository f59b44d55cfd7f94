-- Full text without a copy of the text. Each Chinese character is a token of its own (electron/features/evidence/search-text.ts),
-- so that a word of two characters is found as a phrase. The row id is messages.row.
CREATE VIRTUAL TABLE message_search USING fts5(subject, people, body, files, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
