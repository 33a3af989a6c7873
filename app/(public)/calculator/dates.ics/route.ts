import { requestTime } from '@/lib/access/session.ts';
import { readBody } from '@/lib/assess-api/read-body.ts';
import { wordsIn } from '@/lib/calculator/catalog.ts';
import { readLanguage } from '@/lib/calculator/language.ts';
import { readAnswers } from '@/lib/calculator/read-answers.ts';
import { calendarDays } from '@/lib/calculator/result.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { serializeCalendar } from '@/lib/calendar-files/serialize-calendar.ts';
import { assess } from '@/lib/deadlines/assess.ts';
import { readForm } from '../read-form.ts';

/** Many times the longest answers there are. */
const longestForm = 64 * 1024;

/** The dates of a result page as a calendar file, counted again from the same answers. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, longestForm);
  if (!body.ok) return new Response(null, { status: body.because === 'too-large' ? 413 : 400 });
  const form = new URLSearchParams(body.text);
  const language = readLanguage(form.get('lang'));
  const words = wordsIn(language);
  const now = await requestTime();
  const read = readAnswers(readForm(form), pacificToday(now), words);
  if (!read.ok)
    return new Response(null, { status: 303, headers: { location: `/calculator?lang=${language}` } });
  return new Response(serializeCalendar(calendarDays(assess(read.facts), words), now), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${words.calendar.fileName}"`,
      'cache-control': 'no-store',
    },
  });
}
