import { useQuery } from '@tanstack/react-query';
import { getProcess, type ProcessDetail } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { planMigration, type MigrationPlan } from '@tongban/server/src/kernel/workflow/migration.contract.ts';
import { Alert, Select } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import { MigrationDesk } from './MigrationDesk.tsx';
import '../processes.css';

const words = text.migration;

/** Where cases under way are taken from one version of their process to another (WFL-03). */
export function MigrationPage() {
  const { key = '' } = useParams();
  const process = useQuery({ queryKey: [getProcess.id, key], queryFn: () => api.call(getProcess, { params: { key } }) });
  return <PageState query={process}>{(detail) => <Choice detail={detail} />}</PageState>;
}

/** From the oldest version that has cases to the newest, unless told otherwise. */
function Choice({ detail: { key, name, versions } }: { detail: ProcessDetail }) {
  const [filters, setFilters] = useFilters(['from', 'to']);
  const withCases = versions.filter(({ running }) => running > 0);
  const find = (value: string | undefined) => versions.find(({ version }) => String(version) === value);
  const to = find(filters.to) ?? versions[0];
  const from = find(filters.from) ?? withCases.findLast((one) => one !== to);
  const select = (label: string, value: number | undefined, of: ProcessDetail['versions'], onChange: (value: number) => void) => (
    <label className="process-side"><span>{label}</span><Select aria-label={label} style={{ width: 190 }} value={value ?? null} options={of.map(({ version, running }) => ({ value: version, label: words.side(version, running) }))} onChange={(next) => { if (next !== null) onChange(next); }} /></label>
  );
  return (
    <Page
      title={words.title(name)} actions={<Link to={links.process(key)}>{text.draft.toProcess}</Link>}
      bar={<>{select(words.from, from?.version, withCases, (version) => setFilters({ from: String(version) }))}{select(words.to, to?.version, versions, (version) => setFilters({ to: String(version) }))}</>}
    >
      {from === undefined || to === undefined || withCases.length === 0 ? <Alert type="info" showIcon title={words.nothing} />
        : from === to ? <Alert type="info" showIcon title={words.same} />
          : <Planned key={`${from.definitionId} ${to.definitionId}`} processKey={key} from={from.definitionId} to={to.definitionId} />}
    </Page>
  );
}

function Planned({ processKey, from, to }: { processKey: string; from: string; to: string }) {
  const query = { fromDefinitionId: from, toDefinitionId: to };
  // What is set in the map is the reader's own, so it is read once.
  const plan = useQuery({ queryKey: [planMigration.id, processKey, query], staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, queryFn: () => api.call(planMigration, { params: { key: processKey }, query }) });
  return <QueryState query={plan} lines={12}>{(data: MigrationPlan) => <MigrationDesk plan={data} />}</QueryState>;
}
