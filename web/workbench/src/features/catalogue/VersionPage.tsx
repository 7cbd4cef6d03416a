import { useQuery, useQueryClient } from '@tanstack/react-query';
import { elementInfo, elementNames, getItemVersion, getStaffItem, listStaffItems, versionComments, type ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { Tabs } from 'antd';
import { useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page, Panel } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { Comments } from '../../shared/review/Comments.tsx';
import { useDiscussion } from '../../shared/review/use-discussion.ts';
import { Comparison } from './comparison/Comparison.tsx';
import { Elements } from './elements/Elements.tsx';
import { Findings } from './Findings.tsx';
import { GuidanceCheck } from './GuidanceCheck.tsx';
import { HandlingItems } from './HandlingItems.tsx';
import { MoveItem } from './MoveItem.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { text } from './text.ts';
import { VersionActions } from './VersionActions.tsx';
import { VersionList } from './VersionList.tsx';
import { VersionStateTag } from './VersionStateTag.tsx';
import './catalogue.css';

/** Every element, the name first. */
const places = elementNames.toSorted((one, other) => Number(other === 'name') - Number(one === 'name')).map((name) => ({ value: name, label: elementInfo[name].label }));

/** One version of an item: its elements, what the checks found, how it differs, and what may be done with it. */
export function VersionPage() {
  const { versionId = '' } = useParams();
  const version = useQuery({ queryKey: [getItemVersion.id, versionId], queryFn: () => api.call(getItemVersion, { params: { versionId } }) });
  return (
    <PageState query={version} lines={12}>
      {(data) => <Version key={data.versionId} version={data} />}
    </PageState>
  );
}

function Version({ version }: { version: ItemVersion }) {
  const client = useQueryClient();
  const [filters, setFilters] = useFilters(['tab', 'against']);
  const item = useQuery({
    queryKey: [getStaffItem.id, version.itemId],
    queryFn: () => api.call(getStaffItem, { params: { itemId: version.itemId } }),
  });
  const refresh = () => {
    for (const operation of [getItemVersion, getStaffItem, listStaffItems]) void client.invalidateQueries({ queryKey: [operation.id] });
  };
  const errors = version.findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Page
      title={version.elements.name}
      aside={
        <>
          <VersionStateTag state={version.state} planned={version.elements.planEffectiveDate} /> {text.version(version.versionNumber)}　{version.elements.departmentName}
        </>
      }
      actions={<VersionActions version={version} onDone={refresh} />}
    >
      {item.data?.departmentClosed ? <MoveItem itemId={version.itemId} department={item.data.item.department.name} onDone={refresh} /> : null}
      <div className="version">
        <Panel flush className="version__main">
          <Tabs
            activeKey={filters.tab ?? 'elements'}
            onChange={(tab) => setFilters({ tab: tab === 'elements' ? undefined : tab })}
            destroyOnHidden
            items={[
              { key: 'elements', label: text.tabs.elements, children: <Elements elements={version.elements} versionId={version.versionId} /> },
              {
                key: 'findings',
                label: (
                  <>
                    {text.tabs.findings}
                    {version.findings.length > 0 ? (
                      <span className={errors > 0 ? 'tab-count is-danger' : 'tab-count'}>{version.findings.length}</span>
                    ) : null}
                  </>
                ),
                children: <Findings version={version} />,
              },
              {
                key: 'differences',
                label: text.tabs.differences,
                children: (
                  <Comparison
                    version={version}
                    versions={item.data?.versions ?? []}
                    against={filters.against}
                    onAgainst={(against) => setFilters({ against })}
                  />
                ),
              },
              {
                key: 'comments',
                label: (
                  <>
                    {text.tabs.comments}
                    {version.openComments > 0 ? <span className="tab-count">{version.openComments}</span> : null}
                  </>
                ),
                children: <VersionComments version={version} />,
              },
              { key: 'guidance', label: text.tabs.guidance, children: <GuidanceCheck versionId={version.versionId} /> },
            ]}
          />
        </Panel>
        <aside className="version__side">
          <QueryState query={item} lines={3}>
            {(data) => (
              <>
                <VersionList detail={data} current={version.versionId} onDone={refresh} mayEdit={version.abilities} />
                <HandlingItems detail={data} />
              </>
            )}
          </QueryState>
          <ReviewPanel version={version} />
        </aside>
      </div>
    </Page>
  );
}

function VersionComments({ version }: { version: ItemVersion }) {
  const client = useQueryClient();
  const discussion = useDiscussion(versionComments, version, () => { void client.invalidateQueries({ queryKey: [getItemVersion.id, version.versionId] }); });
  return <div className="version__pad"><Comments discussion={discussion} places={places} placeLabel={text.comments.element} /></div>;
}
