INSERT INTO `identities` (`id`, `case_id`, `side`, `kind`, `value`, `added_at`)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  m.`case_id`, m.`side`, CASE WHEN instr(m.`pattern`, '@') > 0 THEN 'email' ELSE 'domain' END, m.`pattern`, c.`created_at`
FROM `case_mailboxes` m JOIN `cases` c ON c.`id` = m.`case_id`;
--> statement-breakpoint
DROP TABLE `case_mailboxes`;
