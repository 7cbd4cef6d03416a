import { defineMigration } from '../../kernel/db/index.ts';

const lists = `(VALUES ('stuck-matter-reason'), ('stuck-matter-cause')) AS l (dictionary)`;

/** 违规收费 as a reason that people give and as a root cause that is found, before 其他 (SUP-01, STK-02). */
export const stuckMattersIllegalFee = defineMigration('20261204-26-stuck-matters-illegal-fee', `
UPDATE kernel.dictionary_entry e SET sort_order = e.sort_order + 1 FROM kernel.dictionary_entry other
WHERE other.code = 'other' AND other.dictionary = e.dictionary AND e.sort_order >= other.sort_order AND e.dictionary IN (SELECT dictionary FROM ${lists});
INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order)
SELECT l.dictionary, 'illegal-fee', '违规收费', coalesce((SELECT sort_order - 1 FROM kernel.dictionary_entry e WHERE e.dictionary = l.dictionary AND e.code = 'other'), 0) FROM ${lists} ON CONFLICT DO NOTHING;
`);
