import { substitutionStates } from '@tongban/server/src/modules/materials/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useHolds } from '../../shared/session/session.ts';
import { MaterialsFrame } from './MaterialsFrame.tsx';
import { SubstitutionTable } from './SubstitutionTable.tsx';
import { text } from './text.ts';

const words = text.substitution;

/** 材料关系: which licence stands for which material. */
export function SubstitutionPage() {
  const [filters, setFilters] = useFilters(['state']);
  const [creating, setCreating] = useState(false);
  const mayPropose = useHolds('materials.substitution.edit');
  const state = substitutionStates.find((one) => one === filters.state);
  return (
    <MaterialsFrame
      section="substitution"
      actions={
        mayPropose ? (
          <Button type="primary" onClick={() => setCreating(true)}>
            {words.create}
          </Button>
        ) : null
      }
      bar={
        <FilterSelect
          label={words.columns.state} any={words.allStates} value={state} width={130}
          options={substitutionStates.map((one) => ({ value: one, label: words.states[one] }))} onChange={(next) => setFilters({ state: next })}
        />
      }
    >
      <div className="frame">
        <SubstitutionTable state={state} creating={creating} onCreated={() => setCreating(false)} />
      </div>
    </MaterialsFrame>
  );
}
