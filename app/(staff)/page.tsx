export default function TodayPage() {
  return (
    <main id="main" className="wrap">
      <h1>Today</h1>
    </main>
  );
}
