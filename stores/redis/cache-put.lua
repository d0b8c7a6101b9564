-- Adds a wording to an entry, which keeps the end that its first one set.
-- KEYS: answers (list, the check first), lead   ARGV: check, most variants, life in ms, answer
if redis.call('LINDEX', KEYS[1], 0) ~= ARGV[1] then
  redis.call('DEL', KEYS[1])
  redis.call('RPUSH', KEYS[1], ARGV[1], ARGV[4])
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
else
  redis.call('RPUSH', KEYS[1], ARGV[4])
  while redis.call('LLEN', KEYS[1]) > tonumber(ARGV[2]) + 1 do redis.call('LREM', KEYS[1], 1, redis.call('LINDEX', KEYS[1], 1)) end
end
redis.call('DEL', KEYS[2])
return 1
