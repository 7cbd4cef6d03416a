import { defineMigration } from '../../kernel/db/index.ts';

export const supervisionChannels = defineMigration('20261203-86-supervision-channels', `
-- By which channels the signals of a rule are told outside the platform; as messages of their kind are when null.
ALTER TABLE supervision.rule ADD COLUMN channels text[];
UPDATE supervision.rule_version SET settings = settings || '{"channels": null}';
`);
