import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { Banner } from '../../ui/Banner';
import { notices } from './notice';

/** The place of it is there always, so that screen readers notice when something appears in it. */
export function NoticeBanner() {
  const notice = useSyncExternalStore(notices.subscribe, notices.current);
  return (
    <div role="status">
      {notice && (
        <Banner
          tone={notice.tone}
          icon={notice.tone === 'good' ? 'check' : 'alert'}
          title={notice.title}
          action={<Button size="xs" variant="default" onClick={notices.clear}>Close</Button>}
        >
          {notice.text && <p>{notice.text}</p>}
        </Banner>
      )}
    </div>
  );
}
