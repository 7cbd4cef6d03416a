import type { TemplateContent, TemplateVocabulary } from '@tongban/server/src/modules/templates/contract.ts';
import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { compareTemplates } from '../model/compare.ts';
import { text } from '../text.ts';

const words = text.versions;
const tones = { added: 'done', removed: 'danger', changed: 'warning', same: 'neutral' } as const;

/** What differs between two versions, part by part, in words. */
export function CompareView({ before, after, vocabulary }: { before: TemplateContent; after: TemplateContent; vocabulary: TemplateVocabulary }) {
  const parts = useMemo(() => compareTemplates(before, after, vocabulary), [before, after, vocabulary]);
  const [all, setAll] = useState(false);
  const shown = all ? parts : parts.filter(({ kind }) => kind !== 'same');
  return (
    <div className="template-compare">
      <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>{words.all}</Checkbox>
      {parts.every(({ kind }) => kind === 'same') ? <p className="muted" role="status">{words.same}</p> : null}
      <ul>
        {shown.map(({ kind, name, before: was, after: is }, index) => (
          <li key={index}>
            <span>{kind === 'same' ? <span className="faint small">{name}</span> : <><Tag tone={tones[kind]}>{words.kinds[kind]}</Tag> <span className="small">{name}</span></>}</span>
            <span className="template-compare__words">{kind === 'same' || was === undefined ? null : <del>{was}</del>}{is === undefined ? null : kind === 'same' ? <span className="muted">{is}</span> : <ins>{is}</ins>}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
