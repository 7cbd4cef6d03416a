import { useQuery } from '@tanstack/react-query';
import { listPosts } from '@tongban/server/src/kernel/organization/contract.ts';
import { listHandlerRoles } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { Button, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { clearable } from '../../../shared/form/clearable.tsx';
import type { Drawing } from '../diagram/drawing.ts';
import type { Element } from '../../../shared/diagram/services.ts';
import { text } from '../text.ts';
import { readCandidates, writeCandidates, type Candidate } from './candidates.ts';
import { ExpressionField, Labelled } from './Field.tsx';

const words = text.properties;
const minute = 60_000;

interface CandidatesProps { drawing: Drawing; element: Element; disabled: boolean; elementVariable: string | undefined }

/** Who may handle a step, as alternatives. */
export function Candidates({ drawing, element, disabled, elementVariable }: CandidatesProps) {
  const candidates = readCandidates(element);
  const write = (next: readonly Candidate[]) => writeCandidates(drawing, element, next);
  return (
    <fieldset className="process-part">
      <legend>{words.candidates}</legend>
      <p className="faint small">{candidates.length === 0 ? words.needCandidate : words.candidatesHelp}</p>
      {candidates.map((candidate, index) => (
        <CandidateFields
          key={index} number={index + 1} candidate={candidate} disabled={disabled} elementVariable={elementVariable}
          onChange={(next) => write(candidates.map((one, at) => (at === index ? next : one)))}
          onRemove={() => write(candidates.filter((_one, at) => at !== index))}
        />
      ))}
      {disabled ? null : <Button size="small" onClick={() => write([...candidates, { post: 'preliminary-review', organisation: '=departments.lead' }])}>{words.addCandidate}</Button>}
    </fieldset>
  );
}

interface CandidateFieldsProps {
  number: number;
  candidate: Candidate;
  disabled: boolean;
  elementVariable: string | undefined;
  onChange: (candidate: Candidate) => void;
  onRemove: () => void;
}

function without(candidate: Candidate, part: keyof Candidate): Candidate {
  const { [part]: _gone, ...rest } = candidate;
  return rest;
}

function CandidateFields({ number, candidate, disabled, elementVariable, onChange, onRemove }: CandidateFieldsProps) {
  const id = useId();
  const posts = useQuery({ queryKey: [listPosts.id], staleTime: 5 * minute, queryFn: () => api.call(listPosts, {}) }).data?.items ?? [];
  const roles = useQuery({ queryKey: [listHandlerRoles.id], staleTime: 5 * minute, queryFn: () => api.call(listHandlerRoles, {}) }).data?.roles ?? [];
  const set = (part: keyof Candidate, value: string | undefined) => onChange(value === undefined || value === '' ? without(candidate, part) : { ...candidate, [part]: value });
  const byExpression = candidate.expression !== undefined;
  const options = (list: readonly { code: string; name: string }[], value: string | undefined) => {
    const known = list.map(({ code, name }) => ({ value: code, label: name }));
    return value === undefined || known.some((one) => one.value === value) ? known : [...known, { value, label: value }];
  };
  return (
    <div className="process-candidate" role="group" aria-label={words.candidate(number)}>
      <div className="process-candidate__head">
        <b className="small">{words.candidate(number)}</b>
        {disabled ? null : <Button size="small" type="text" danger onClick={onRemove} aria-label={`${words.removeCandidate}${words.candidate(number)}`}>{words.removeCandidate}</Button>}
      </div>
      <Radio.Group
        size="small" disabled={disabled} value={byExpression ? 'expression' : 'rule'} options={[{ value: 'rule', label: words.kinds.rule }, { value: 'expression', label: words.kinds.expression }]}
        onChange={({ target }) => onChange(target.value === 'expression' ? { expression: 'departments.lead' } : { post: 'preliminary-review', organisation: '=departments.lead' })}
      />
      {byExpression ? <ExpressionField label={words.expression} value={candidate.expression ?? ''} disabled={disabled} onCommit={(value) => { if (value !== '') onChange({ expression: value }); }} /> : (
        <>
          <Labelled label={words.post} id={`${id}-post`}>
            <Select id={`${id}-post`} allowClear={clearable} disabled={disabled} placeholder={words.anyPost} value={candidate.post ?? null} options={options(posts, candidate.post)} onChange={(value) => set('post', value)} />
          </Labelled>
          <Labelled label={words.role} id={`${id}-role`}>
            <Select id={`${id}-role`} allowClear={clearable} disabled={disabled} placeholder={words.anyRole} value={candidate.role ?? null} options={options(roles, candidate.role)} onChange={(value) => set('role', value)} />
          </Labelled>
          <Organisation id={`${id}-organisation`} value={candidate.organisation} disabled={disabled} elementVariable={elementVariable} onChange={(value) => set('organisation', value)} />
        </>
      )}
    </div>
  );
}

/** A department of the case, one organisation for good, or what an expression gives. */
function Organisation({ id, value, disabled, elementVariable, onChange }: { id: string; value: string | undefined; disabled: boolean; elementVariable: string | undefined; onChange: (value: string | undefined) => void }) {
  const { '=element': ofElement, ...usual } = words.organisations;
  const known = { ...usual, ...(elementVariable === undefined ? {} : { [`=${elementVariable}`]: ofElement }) };
  // Nothing is written until an organisation is found.
  const [finding, setFinding] = useState(false);
  const written = value === undefined ? undefined : value in known ? value : value.startsWith('=') ? 'expression' : 'fixed';
  const kind = finding ? 'fixed' : written;
  return (
    <Labelled label={words.organisation} id={id}>
      <Select
        id={id} allowClear={clearable} disabled={disabled} placeholder={words.anyOrganisation} value={kind}
        options={[...Object.entries(known).map(([code, label]) => ({ value: code, label })), { value: 'fixed', label: words.chooseOrganisation }, { value: 'expression', label: words.otherExpression }]}
        onChange={(next: string | undefined) => {
          setFinding(next === 'fixed');
          if (next !== 'fixed') onChange(next === 'expression' ? '=departments' : next);
        }}
      />
      {kind === 'fixed' ? <OrganizationPicker value={written === 'fixed' ? value : undefined} disabled={disabled} placeholder={words.fixedOrganisation} onChange={(chosen) => { setFinding(false); onChange(chosen?.id); }} /> : null}
      {kind === 'expression' ? <ExpressionField label={words.organisationExpression} value={value?.slice(1).trim() ?? ''} disabled={disabled} onCommit={(next) => onChange(next === '' ? undefined : `=${next}`)} /> : null}
    </Labelled>
  );
}
