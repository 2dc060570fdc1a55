import { Button, Popover } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { placeIn, sectionsFor, type Section } from '../../model/site';
import { Icon } from '../../ui/Icon';
import { useSession } from '../access/useSession';
import styles from './MainNav.module.css';

/** The parts of the site: beside each other, or behind a button where there is no room. */
export function MainNav() {
  const sections = sectionsFor(useSession());
  const pathname = useLocation({ select: (location) => location.pathname });
  const [open, setOpen] = useState(false);
  const links = (
    <ul className={styles.list}>
      {sections.map((section) => (
        <li key={section.path}><SectionLink section={section} pathname={pathname} onFollow={() => { setOpen(false); }} /></li>
      ))}
    </ul>
  );
  return (
    <>
      <nav aria-label="Main" className={styles.wide}>{links}</nav>
      <div className={styles.narrow}>
        <Popover opened={open} onChange={setOpen} position="bottom-start" width={240} withinPortal={false} trapFocus returnFocus>
          <Popover.Target>
            <Button variant="default" h={34} px="sm" aria-label="Menu" leftSection={<Icon name="menu" />} classNames={{ section: styles.icon }} onClick={() => { setOpen(!open); }} />
          </Popover.Target>
          <Popover.Dropdown aria-label="Menu">
            <nav aria-label="Main">{links}</nav>
          </Popover.Dropdown>
        </Popover>
      </div>
    </>
  );
}

function SectionLink({ section, pathname, onFollow }: { section: Section; pathname: string; onFollow: () => void }) {
  const place = placeIn(section, pathname);
  const to: string = section.path;
  return (
    <Link to={to} activeOptions={{ exact: true, includeSearch: false }} className={styles.link} data-current={place ?? undefined} aria-current={place === 'within' ? 'true' : undefined} onClick={onFollow}>
      {section.title}
    </Link>
  );
}
