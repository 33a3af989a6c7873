console.error('this program cannot run');
process.exit(3);
