import { useTranslation } from 'react-i18next';
import { usePolicy, useToday } from '../connection/queries.ts';
import { OfReader, ReaderHead } from '../forms/of-reader.tsx';
import { SideDrawer } from '../forms/side-drawer.tsx';
import { namespaces } from '../i18n/start.ts';
import { policyOfDay } from './policy-of-day.ts';
import { BlockMatter } from './reader/block-matter.tsx';
import { CardMatter } from './reader/card-matter.tsx';
import { ConsentMatter } from './reader/consent-matter.tsx';
import { ContactMatter } from './reader/contact-matter.tsx';
import { ExemptionMatter } from './reader/exemption-matter.tsx';
import { MessageMatter } from './reader/message-matter.tsx';
import { ProfileMatter } from './reader/profile-matter.tsx';

interface ReaderDrawerProps {
  readonly patron: string;
  readonly onClose: () => void;
}

/** Everything that is kept of the reader at the desk, and everything that may be done about it. */
export default function ReaderDrawer({ patron, onClose }: ReaderDrawerProps) {
  const { t } = useTranslation(namespaces);
  const today = useToday();
  const set = policyOfDay(usePolicy().data);
  return (
    <SideDrawer title={t('reader.title')} testId="reader-drawer" onClose={onClose}>
      <OfReader patron={patron}>
        {(open) => (
          <>
            <ReaderHead open={open} />
            <ProfileMatter open={open} set={set} />
            <CardMatter open={open} set={set} today={today} />
            <BlockMatter open={open} />
            <ContactMatter patron={open.patron.id} />
            <MessageMatter open={open} />
            <ExemptionMatter open={open} today={today} />
            <ConsentMatter open={open} today={today} />
          </>
        )}
      </OfReader>
    </SideDrawer>
  );
}
