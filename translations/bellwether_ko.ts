<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AboutPane</name>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Load made by</source>
        <translation>부하 생성</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>워커</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>이벤트 루프</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>컴퓨터</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>프로세서 수</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>%1, left out of the verdict</source>
        <translation>%1, 판정에서 제외</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Design</source>
        <translation>설계</translation>
    </message>
    <message>
        <source>Run view</source>
        <translation>실행 보기</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>새 계획</translation>
    </message>
    <message>
        <source>Open plan…</source>
        <translation>계획 열기…</translation>
    </message>
    <message>
        <source>Open the sample plan</source>
        <translation>예제 계획 열기</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>계획 저장</translation>
    </message>
    <message>
        <source>Save plan as…</source>
        <translation>다른 이름으로 계획 저장…</translation>
    </message>
    <message>
        <source>Run with…</source>
        <translation>조건을 바꿔 실행…</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Smoke run: every scenario once</source>
        <translation>스모크 실행: 모든 시나리오를 한 번씩</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>No new iterations; those that go on may end</source>
        <translation>새 반복을 시작하지 않으며, 진행 중인 반복은 끝까지 갑니다</translation>
    </message>
    <message>
        <source>Stop at once</source>
        <translation>즉시 중지</translation>
    </message>
    <message>
        <source>Cut all iterations off</source>
        <translation>모든 반복을 바로 끊습니다</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <source>Filter in this view</source>
        <translation>이 보기에서 필터</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>모든 명령…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Appearance: as the desktop</source>
        <translation>모양: 데스크톱 설정대로</translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation>모양: 밝게</translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation>모양: 어둡게</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>언어: 시스템 설정대로</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>One iteration of the flow as one user, request by request</source>
        <translation>한 사용자로 흐름을 한 번, 요청마다 살펴봅니다</translation>
    </message>
    <message>
        <source>Close plan</source>
        <translation>계획 닫기</translation>
    </message>
    <message>
        <source>Next plan</source>
        <translation>다음 계획</translation>
    </message>
    <message>
        <source>Previous plan</source>
        <translation>이전 계획</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Mark this moment…</source>
        <translation>이 순간에 메모…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Run on a wall screen</source>
        <translation>벽면 화면에 실행 표시</translation>
    </message>
    <message>
        <source>The run on the whole screen, in type to be read across a room; Escape leaves</source>
        <translation>방 건너편에서도 읽을 수 있는 글자로 실행을 전체 화면에 표시합니다. Esc로 나갑니다</translation>
    </message>
    <message>
        <source>Messages of the desktop about runs</source>
        <translation>실행에 대한 데스크톱 알림</translation>
    </message>
    <message>
        <source>Tell of broken limits and of the end while this window is not looked at</source>
        <translation>이 창을 보고 있지 않을 때 한도 위반과 실행의 끝을 알립니다</translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Views</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>BackButton</name>
    <message>
        <source>All runs</source>
        <translation>모든 실행</translation>
    </message>
    <message>
        <source>Back to all runs (Alt+Left)</source>
        <translation>모든 실행으로 돌아가기 (Alt+왼쪽)</translation>
    </message>
</context>
<context>
    <name>BaselineDialog</name>
    <message>
        <source>Response times</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>초당 요청</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>실패한 요청</translation>
    </message>
    <message>
        <source>Checks that held</source>
        <translation>통과한 체크</translation>
    </message>
    <message>
        <source>Iterations a second</source>
        <translation>초당 반복</translation>
    </message>
    <message>
        <source>Times of groups</source>
        <translation>그룹 시간</translation>
    </message>
    <message>
        <source>Message latency</source>
        <translation>메시지 지연</translation>
    </message>
    <message>
        <source>&amp;This run (%1)</source>
        <translation>이 실행(&amp;T) (%1)</translation>
    </message>
    <message>
        <source>The &amp;median of the last good runs, each time</source>
        <translation>매번 최근의 좋은 실행들의 중앙값(&amp;M)</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>How many good runs</source>
        <translation>좋은 실행의 수</translation>
    </message>
    <message>
        <source> points</source>
        <translation> %p</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Runs of “%1” are held against:</source>
        <translation>“%1”의 실행을 견줄 기준:</translation>
    </message>
    <message>
        <source>Runs of “%1” in %2 are held against:</source>
        <translation>%2에서 “%1”의 실행을 견줄 기준:</translation>
    </message>
    <message>
        <source>It is a regression when one of these gets worse by more than</source>
        <translation>다음보다 더 나빠지면 회귀입니다</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>정하기</translation>
    </message>
    <message>
        <source>Hold against nothing</source>
        <translation>기준 없애기</translation>
    </message>
</context>
<context>
    <name>BaselinePane</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Every figure of the run beside the baseline&apos;s, with intervals</source>
        <translation>이 실행의 모든 수치를 기준과 나란히, 구간과 함께</translation>
    </message>
    <message>
        <source>Regressions</source>
        <translation>회귀</translation>
    </message>
</context>
<context>
    <name>BudgetForm</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Add limit</source>
        <translation>한도 추가</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add a limit of a metric or a process</source>
        <translation>지표나 프로세스의 한도 추가</translation>
    </message>
    <message>
        <source>Limit of a metric</source>
        <translation>지표의 한도</translation>
    </message>
    <message>
        <source>Limit of a process</source>
        <translation>프로세스의 한도</translation>
    </message>
    <message>
        <source>Metrics and processes</source>
        <translation>지표와 프로세스</translation>
    </message>
    <message>
        <source>This table is shared by several plans. It is edited in its file, %1</source>
        <translation>이 표는 여러 계획이 함께 씁니다. 파일 %1에서 편집합니다</translation>
    </message>
    <message>
        <source>There is no file of this name among the shared budgets.</source>
        <translation>공유 예산 가운데 이 이름의 파일이 없습니다.</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>By their tags: name:login, critical:true</source>
        <translation>태그로 고릅니다: name:login, critical:true</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>시간 안</translation>
    </message>
    <message>
        <source>Shares of requests within a time: 10ms: 0.999, 50ms: 1</source>
        <translation>정해진 시간 안에 끝난 요청의 비율: 10ms: 0.999, 50ms: 1</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Of a metric: &lt;200MB/s, &lt;500/s</source>
        <translation>지표의 한도: &lt;200MB/s, &lt;500/s</translation>
    </message>
    <message>
        <source>a process has limits of CPU and memory, not of a rate</source>
        <translation>프로세스의 한도는 CPU와 메모리이며 비율이 아닙니다</translation>
    </message>
    <message>
        <source>a metric has a limit of its rate alone</source>
        <translation>지표의 한도는 비율뿐입니다</translation>
    </message>
    <message>
        <source>P50</source>
        <translation>P50</translation>
    </message>
    <message>
        <source>P95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>P99</source>
        <translation>P99</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Rate /s</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>Share of failed requests, 0 to 1</source>
        <translation>실패한 요청의 비율, 0부터 1까지</translation>
    </message>
    <message>
        <source>Requests a second at least; judged only when so many were offered</source>
        <translation>초당 최소 요청 수. 그만큼 부하를 주었을 때만 판정합니다</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Of a core: &lt;80%</source>
        <translation>코어 하나 기준: &lt;80%</translation>
    </message>
    <message>
        <source>&lt;2GB</source>
        <translation>&lt;2GB</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no share, like 10ms: 0.999</source>
        <translation>&quot;%1&quot;에 10ms: 0.999 같은 비율이 없습니다</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
</context>
<context>
    <name>BudgetListForm</name>
    <message>
        <source>budget</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>shared, %1</source>
        <translation>공유, %1</translation>
    </message>
    <message>
        <source>Limits for kinds of requests, metrics and processes. The Run view shows them as gauges.</source>
        <translation>요청 종류, 지표, 프로세스의 한도입니다. 실행 보기가 계기로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Use shared</source>
        <translation>공유 예산 사용</translation>
    </message>
    <message>
        <source>Use a shared budget</source>
        <translation>공유 예산 사용</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Use shared budget</source>
        <translation>공유 예산 사용</translation>
    </message>
    <message>
        <source>There are none</source>
        <translation>없습니다</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>예산</translation>
    </message>
    <message numerus="yes">
        <source>in this plan, %n row(s)</source>
        <translation>
            <numerusform>이 계획 안, %n행</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartGrid</name>
    <message>
        <source>Throughput, /s</source>
        <translation>처리량, /s</translation>
    </message>
    <message>
        <source>Response time, ms</source>
        <translation>응답 시간, ms</translation>
    </message>
    <message>
        <source>Virtual users and iterations</source>
        <translation>가상 사용자와 반복</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>생성기</translation>
    </message>
    <message>
        <source>WebSocket sessions and messages</source>
        <translation>WebSocket 세션과 메시지</translation>
    </message>
    <message>
        <source>Message latency, ms</source>
        <translation>메시지 지연, ms</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>히트맵</translation>
    </message>
    <message>
        <source>How many response times lay where, on a logarithmic scale, under the percentiles</source>
        <translation>응답 시간이 어디에 얼마나 있었는지, 백분위 아래에 로그 눈금으로</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Keep the last seconds in sight while the run goes on</source>
        <translation>실행이 계속되는 동안 마지막 몇 초를 보이게 합니다</translation>
    </message>
    <message>
        <source>No chart is shown. Choose some under Charts.</source>
        <translation>표시된 차트가 없습니다. 차트 메뉴에서 고르십시오.</translation>
    </message>
    <message>
        <source>Service time</source>
        <translation>서비스 시간</translation>
    </message>
    <message>
        <source>Percentiles from the moment a request was sent, dashed; the response time counts from the moment it was due</source>
        <translation>요청을 보낸 순간부터 잰 백분위수(점선). 응답 시간은 보냈어야 할 순간부터 셉니다</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU와 메모리</translation>
    </message>
    <message>
        <source>Threads and descriptors</source>
        <translation>스레드와 디스크립터</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Of processes that have a network of their own, as in a container</source>
        <translation>컨테이너처럼 자체 네트워크를 가진 프로세스만 해당합니다</translation>
    </message>
    <message>
        <source>What is shown of the processes</source>
        <translation>프로세스의 무엇을 표시할지</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Errors by kind, /s</source>
        <translation>종류별 오류, /초</translation>
    </message>
    <message>
        <source>Checks, /s</source>
        <translation>검사, /초</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>프로세스 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>all requests</source>
        <translation>모든 요청</translation>
    </message>
    <message>
        <source>How late arrivals began, ms</source>
        <translation>도착 시작 지연, ms</translation>
    </message>
</context>
<context>
    <name>ChartLegend</name>
    <message>
        <source>Show or hide %1</source>
        <translation>%1 보이기 또는 숨기기</translation>
    </message>
</context>
<context>
    <name>ChartMenu</name>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Which charts are shown</source>
        <translation>표시할 차트</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>기본 차트</translation>
    </message>
    <message>
        <source>This run has nothing to show here</source>
        <translation>이 실행에는 여기에 표시할 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>Service %1</source>
        <translation>서비스 %1</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>디스크립터</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>송신</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>P95 budget</source>
        <translation>P95 예산</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>Opened, /s</source>
        <translation>열림, /초</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>활성</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>other kinds</source>
        <translation>그 밖의 종류</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>버려짐</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>목표</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Test</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>기대값</translation>
    </message>
    <message>
        <source>This check is an expression of its own; choose a test first</source>
        <translation>이 체크는 하나의 식입니다. 먼저 조건을 고르세요</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>check</source>
        <translation>체크</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>식</translation>
    </message>
    <message>
        <source>answered well</source>
        <translation>정상 응답</translation>
    </message>
    <message>
        <source>As expressions</source>
        <translation>식으로 보기</translation>
    </message>
    <message>
        <source>Show each check as the expression that the plan holds</source>
        <translation>각 체크를 계획에 저장된 식으로 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>CleanupDialog</name>
    <message>
        <source>Runs &amp;older than</source>
        <translation>다음보다 오래된 실행(&amp;O)</translation>
    </message>
    <message>
        <source>Of each plan and environment, &amp;all but the newest</source>
        <translation>계획과 환경마다 가장 새로운 것만 남기고 모두(&amp;A)</translation>
    </message>
    <message>
        <source>Clean up the history</source>
        <translation>기록 정리</translation>
    </message>
    <message>
        <source> days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Age in days</source>
        <translation>며칠 지난 것</translation>
    </message>
    <message>
        <source> runs</source>
        <translation>개</translation>
    </message>
    <message>
        <source>Runs to keep</source>
        <translation>남길 실행</translation>
    </message>
    <message>
        <source>Starred runs, baselines and what still runs stay.</source>
        <translation>별표를 붙인 실행, 기준, 아직 도는 실행은 남습니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>No run goes.</source>
        <translation>지울 실행이 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 runs go.</source>
        <translation>실행 %2개 중 %1개를 지웁니다.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>무엇을 하시겠습니까?</translation>
    </message>
    <message>
        <source>Letters of a command&apos;s name</source>
        <translation>명령 이름의 글자</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>맞는 명령</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>P95 of response times</source>
        <translation>응답 시간의 P95</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>초당 요청</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>비교 중</translation>
    </message>
    <message>
        <source>The runs are read and compared second by second.</source>
        <translation>실행을 읽어 초 단위로 비교합니다.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Times of %1, by percentile</source>
        <translation>%1의 백분위별 시간</translation>
    </message>
    <message>
        <source>From the load on</source>
        <translation>부하 시작부터</translation>
    </message>
    <message>
        <source>Lay the curves over one another from where the load begins, rather than from the start of the runs with their setups</source>
        <translation>준비 단계가 있는 실행의 시작이 아니라 부하가 시작되는 곳부터 곡선을 겹쳐 놓습니다</translation>
    </message>
</context>
<context>
    <name>ComparedPage</name>
    <message>
        <source>Export report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
</context>
<context>
    <name>ConclusionStrip</name>
    <message>
        <source>Swap A and B</source>
        <translation>A와 B 바꾸기</translation>
    </message>
</context>
<context>
    <name>DesignView</name>
    <message>
        <source>The JSON cannot be read, so the forms show the plan as it was before.</source>
        <translation>JSON을 읽을 수 없어, 양식은 이전의 계획을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Take the text back</source>
        <translation>이전 텍스트로 되돌리기</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>The plan as the text that is saved</source>
        <translation>저장되는 그대로의 계획 텍스트</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>시도해 보기</translation>
    </message>
    <message>
        <source>One iteration of the flow, request by request</source>
        <translation>흐름을 한 번, 요청마다</translation>
    </message>
    <message>
        <source>Extract %1</source>
        <translation>%1 추출</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 체크</translation>
    </message>
    <message>
        <source>%1 is right</source>
        <translation>%1 값이 맞음</translation>
    </message>
</context>
<context>
    <name>DesktopNotices</name>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>The change is in here in 95 of 100 cases, for each row by itself</source>
        <translation>행마다 따로 볼 때, 변화가 100번 가운데 95번은 이 안에 있습니다</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 구간</translation>
    </message>
</context>
<context>
    <name>DistributionPane</name>
    <message>
        <source>Response times by percentile</source>
        <translation>백분위별 응답 시간</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>백분위</translation>
    </message>
    <message>
        <source>Re&amp;quest</source>
        <translation>요청(&amp;Q)</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>모든 요청</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>전체 실행</translation>
    </message>
    <message>
        <source>Selected part</source>
        <translation>고른 구간</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최대</translation>
    </message>
</context>
<context>
    <name>ErrorModel</name>
    <message>
        <source>without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>무슨 일이 있었나</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>First at</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>Last at</source>
        <translation>마지막</translation>
    </message>
</context>
<context>
    <name>ExamplePane</name>
    <message>
        <source>Failing exchanges</source>
        <translation>실패한 교환</translation>
    </message>
    <message>
        <source>── %1, after %2 ──</source>
        <translation>── %1, %2 뒤 ──</translation>
    </message>
    <message>
        <source>No response came.</source>
        <translation>응답이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Select an error to see its exchanges</source>
        <translation>오류를 고르면 그 교환이 보입니다</translation>
    </message>
    <message>
        <source>No exchange of %1 was kept</source>
        <translation>%1의 교환은 보관되지 않았습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n failing exchange(s) of %1</source>
        <translation>
            <numerusform>%1의 실패한 교환 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>The answer has %1; the beginning of it is shown.</source>
        <translation>응답은 %1입니다. 앞부분만 보여 줍니다.</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>응답 없음: %1</translation>
    </message>
    <message>
        <source>connection reused</source>
        <translation>연결 재사용</translation>
    </message>
    <message>
        <source>new connection</source>
        <translation>새 연결</translation>
    </message>
    <message>
        <source>status not expected</source>
        <translation>예상하지 않은 상태</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Extract as a variable</source>
        <translation>변수로 추출</translation>
    </message>
    <message>
        <source>Check this value</source>
        <translation>이 값을 체크</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>응답 헤더</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Check or variable</source>
        <translation>체크 또는 변수</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Checks and variables</source>
        <translation>체크와 변수</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>체크</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Answer as JSON</source>
        <translation>JSON 응답</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>extracted</source>
        <translation>추출됨</translation>
    </message>
    <message numerus="yes">
        <source>Checks: %n failed</source>
        <translation>
            <numerusform>체크: %n개 실패</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedForm</name>
    <message>
        <source>Virtual users read a row as ${feed.name.column}. Files are CSV or JSON and lie in the plan&apos;s folder.</source>
        <translation>가상 사용자는 행을 ${feed.name.column}으로 읽습니다. 파일은 CSV나 JSON이며 계획의 폴더에 있습니다.</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>피드</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>끝에 이르면</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>데이터 파일</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>피드</translation>
    </message>
    <message>
        <source>Beginning of the data file</source>
        <translation>데이터 파일의 앞부분</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Save the plan first: data files lie in its folder.</source>
        <translation>먼저 계획을 저장하세요. 데이터 파일은 계획의 폴더에 있습니다.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 읽는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s)</source>
        <translation>
            <numerusform>%1: 행 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not used</source>
        <translation>%1: 쓰이지 않음</translation>
    </message>
    <message>
        <source>%1: used by %2</source>
        <translation>%1: %2에서 사용</translation>
    </message>
</context>
<context>
    <name>FlowForm</name>
    <message>
        <source>What one virtual user does in one iteration. Its steps are in the tree beside.</source>
        <translation>가상 사용자 한 명이 한 번의 반복에서 하는 일입니다. 단계는 옆의 트리에 있습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Flow %1</source>
        <translation>흐름 %1</translation>
    </message>
    <message>
        <source>Scenarios that go through it: %1</source>
        <translation>이 흐름을 따르는 시나리오: %1</translation>
    </message>
    <message>
        <source>It is the plan&apos;s setup: once, before all scenarios.</source>
        <translation>계획의 준비 단계입니다: 모든 시나리오 전에 한 번.</translation>
    </message>
    <message>
        <source>It is the plan&apos;s teardown: once, after all scenarios.</source>
        <translation>계획의 정리 단계입니다: 모든 시나리오 후에 한 번.</translation>
    </message>
    <message>
        <source>No scenario goes through it yet.</source>
        <translation>아직 이 흐름을 따르는 시나리오가 없습니다.</translation>
    </message>
</context>
<context>
    <name>FlowListForm</name>
    <message>
        <source>flow</source>
        <translation>흐름</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>A flow is what one virtual user does in one iteration.</source>
        <translation>흐름은 가상 사용자 한 명이 한 번의 반복에서 하는 일입니다.</translation>
    </message>
    <message>
        <source>All flows</source>
        <translation>모든 흐름</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>흐름</translation>
    </message>
</context>
<context>
    <name>FlowPanel</name>
    <message>
        <source>This curl command ends inside a quotation.</source>
        <translation>이 curl 명령은 따옴표 안에서 끝납니다.</translation>
    </message>
    <message>
        <source>This curl command ends before the value of %1.</source>
        <translation>이 curl 명령은 %1의 값 앞에서 끝납니다.</translation>
    </message>
    <message>
        <source>This curl command has no URL.</source>
        <translation>이 curl 명령에는 URL이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is no http or https URL.</source>
        <translation>%1은(는) http 또는 https URL이 아닙니다.</translation>
    </message>
    <message>
        <source>This curl command is longer than 1 MB.</source>
        <translation>이 curl 명령은 1MB보다 깁니다.</translation>
    </message>
    <message>
        <source>This is no curl command.</source>
        <translation>curl 명령이 아닙니다.</translation>
    </message>
    <message>
        <source>Move steps</source>
        <translation>단계 이동</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 이름 바꾸기</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>단계 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 추가</translation>
    </message>
    <message>
        <source>This is no JSON of steps: %1</source>
        <translation>단계의 JSON이 아닙니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n step(s)</source>
        <translation>
            <numerusform>단계 %n개 붙여넣기</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste a curl command</source>
        <translation>curl 명령 붙여넣기</translation>
    </message>
    <message>
        <source>Pasted without %1, which a step has nothing for.</source>
        <translation>단계에 해당하는 것이 없어 %1 없이 붙여넣었습니다.</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 복제</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 사용 안 함</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>%1 묶기</translation>
    </message>
    <message>
        <source>group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 이동</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 삭제</translation>
    </message>
    <message>
        <source>Steps of the flow</source>
        <translation>흐름의 단계</translation>
    </message>
    <message>
        <source>Cut steps</source>
        <translation>단계 잘라내기</translation>
    </message>
    <message>
        <source>Copy steps</source>
        <translation>단계 복사</translation>
    </message>
    <message>
        <source>Paste steps</source>
        <translation>단계 붙여넣기</translation>
    </message>
    <message>
        <source>Duplicate steps</source>
        <translation>단계 복제</translation>
    </message>
    <message>
        <source>Rename step</source>
        <translation>단계 이름 바꾸기</translation>
    </message>
    <message>
        <source>Disable or enable steps</source>
        <translation>단계 사용 안 함 또는 사용</translation>
    </message>
    <message>
        <source>Group steps</source>
        <translation>단계 묶기</translation>
    </message>
    <message>
        <source>Move steps up</source>
        <translation>단계 위로</translation>
    </message>
    <message>
        <source>Move steps down</source>
        <translation>단계 아래로</translation>
    </message>
    <message>
        <source>Delete steps</source>
        <translation>단계 삭제</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>단계 추가</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>흐름</translation>
    </message>
    <message>
        <source>Find steps</source>
        <translation>단계 찾기</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 변경</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>%2의 %1 변경</translation>
    </message>
    <message>
        <source>Parts of the form</source>
        <translation>양식의 부분</translation>
    </message>
</context>
<context>
    <name>FormStack</name>
    <message>
        <source>A newer Bellwether wrote this plan</source>
        <translation>더 새로운 Bellwether가 쓴 계획입니다</translation>
    </message>
    <message>
        <source>It is shown as JSON and is not written over. Use a newer Bellwether to edit it.</source>
        <translation>JSON으로 보여 주며 덮어쓰지 않습니다. 편집하려면 더 새로운 Bellwether를 쓰세요.</translation>
    </message>
    <message>
        <source>This text is no plan</source>
        <translation>이 텍스트는 계획이 아닙니다</translation>
    </message>
    <message>
        <source>The line that is wrong is marked in the JSON. As soon as it is mended, the forms are here.</source>
        <translation>잘못된 줄은 JSON에 표시되어 있습니다. 고치면 바로 양식이 나타납니다.</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Begin with a plan</source>
        <translation>계획으로 시작하기</translation>
    </message>
    <message>
        <source>A plan says what virtual users do, how many of them there are and when, and which limits must hold. It is one JSON file, made to be kept beside the code it tests. Each of these runs against jts-sim, the simulated trading system; what you make of it is saved where you want it.</source>
        <translation>계획은 가상 사용자가 무엇을 하는지, 언제 몇 명인지, 어떤 한도를 지켜야 하는지 말합니다. JSON 파일 하나이며 시험하는 코드 곁에 두도록 만들어졌습니다. 아래 계획은 모두 모의 거래 시스템 jts-sim을 상대로 실행됩니다. 고친 계획은 원하는 곳에 저장하세요.</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>새 계획</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>Last 10 s (needle): %1</source>
        <translation>마지막 10초(바늘): %1</translation>
    </message>
    <message>
        <source>Over the last minute: %1.</source>
        <translation>지난 1분: %1.</translation>
    </message>
</context>
<context>
    <name>GaugeCard</name>
    <message>
        <source>Limits of %1</source>
        <translation>%1의 한도</translation>
    </message>
</context>
<context>
    <name>GaugeRow</name>
    <message>
        <source>Budget gauges</source>
        <translation>예산 계기</translation>
    </message>
    <message>
        <source>Categories without figures</source>
        <translation>값이 없는 분류</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Rate, /s</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>P50, ms</source>
        <translation>P50, ms</translation>
    </message>
    <message>
        <source>P95, ms</source>
        <translation>P95, ms</translation>
    </message>
    <message>
        <source>P99, ms</source>
        <translation>P99, ms</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>별표</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Click to star the run (Ctrl+B)</source>
        <translation>누르면 별표를 붙입니다 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Baseline of its plan</source>
        <translation>이 계획의 기준</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>별표</translation>
    </message>
    <message>
        <source>P95 over time</source>
        <translation>시간별 P95</translation>
    </message>
</context>
<context>
    <name>HistoryService</name>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>실행 %n개 삭제</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>No runs yet</source>
        <translation>아직 실행이 없습니다</translation>
    </message>
    <message>
        <source>Every run is kept here with its figures, its verdict and its plan, to be opened, reported and compared.</source>
        <translation>모든 실행이 수치, 판정, 계획과 함께 여기에 보관되어 다시 열고 보고하고 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Start a run</source>
        <translation>실행 시작</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Run %1 is deleted.</source>
        <translation>실행 %1을(를) 삭제했습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>기록을 읽는 중…</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>기록을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>No run can be started meanwhile. Move the file away and try again, or start the program with --history and another file.</source>
        <translation>그동안은 실행을 시작할 수 없습니다. 파일을 옮긴 뒤 다시 시도하거나, --history와 다른 파일로 프로그램을 시작하세요.</translation>
    </message>
    <message>
        <source>%1 runs are deleted.</source>
        <translation>실행 %1개를 삭제했습니다.</translation>
    </message>
    <message>
        <source>%1 The list is as it was read last.</source>
        <translation>%1 목록은 마지막으로 읽은 상태입니다.</translation>
    </message>
    <message>
        <source>Runs of Bellwether (*.run *.sqlite)</source>
        <translation>Bellwether 실행 (*.run *.sqlite)</translation>
    </message>
    <message>
        <source>Take in runs from a file…</source>
        <translation>파일에서 실행 가져오기…</translation>
    </message>
    <message>
        <source>The run is in %1.</source>
        <translation>실행을 %1에 저장했습니다.</translation>
    </message>
    <message>
        <source>One run was taken in.</source>
        <translation>실행 하나를 가져왔습니다.</translation>
    </message>
    <message>
        <source>%1 runs were taken in.</source>
        <translation>실행 %1개를 가져왔습니다.</translation>
    </message>
    <message>
        <source>Save run</source>
        <translation>실행 저장</translation>
    </message>
    <message>
        <source>Take in runs</source>
        <translation>실행 가져오기</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 쓸 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>HttpForm</name>
    <message>
        <source>Method</source>
        <translation>메서드</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>query parameter</source>
        <translation>쿼리 매개변수</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>쿼리</translation>
    </message>
    <message>
        <source>header</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>파트</translation>
    </message>
    <message>
        <source>Auth</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Key&apos;s name</source>
        <translation>키 이름</translation>
    </message>
    <message>
        <source>Key&apos;s value</source>
        <translation>키 값</translation>
    </message>
    <message>
        <source>Stands in</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation>토큰 URL</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>클라이언트 ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>클라이언트 비밀</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>체크</translation>
    </message>
    <message>
        <source>Checks of the answer</source>
        <translation>응답 체크</translation>
    </message>
    <message>
        <source>extractor</source>
        <translation>추출</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>From the answer</source>
        <translation>응답에서</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>추출</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>제한 시간</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>리디렉션</translation>
    </message>
    <message>
        <source>Expected status</source>
        <translation>예상 상태</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>Plan as JSON</source>
        <translation>JSON으로 본 계획</translation>
    </message>
</context>
<context>
    <name>JsonField</name>
    <message>
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
</context>
<context>
    <name>JsonPane</name>
    <message>
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>항목 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>멤버 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>LimitModel</name>
    <message>
        <source>Threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Budget %1</source>
        <translation>예산 %1</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>표본 없음</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>체크</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1개 통과</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%2개 가운데 %1개 실패</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>지켜짐</translation>
    </message>
    <message>
        <source>fails at times</source>
        <translation>때때로 실패</translation>
    </message>
    <message>
        <source>Failed checks alone do not fail a run.</source>
        <translation>실패한 체크만으로 실행이 실패하지는 않습니다.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>판정 기준</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Head-room</source>
        <translation>여유</translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>LoadCanvas</name>
    <message>
        <source>Load over time</source>
        <translation>시간에 따른 부하</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>구간 추가</translation>
    </message>
    <message>
        <source>Remove the stage</source>
        <translation>구간 제거</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Look farther</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>See the whole run</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>no scenarios</source>
        <translation>시나리오 없음</translation>
    </message>
    <message>
        <source>%1, from %2 to %3, at most %4</source>
        <translation>%1, %2부터 %3까지, 최대 %4</translation>
    </message>
    <message>
        <source>%1, point %2 of %3: %4 at %5</source>
        <translation>%1, 점 %3개 중 %2번째: %5에 %4</translation>
    </message>
    <message>
        <source>%1 VUs</source>
        <translation>VU %1명</translation>
    </message>
    <message>
        <source>%1 iterations/s</source>
        <translation>반복 %1/s</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2에 %1</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>%1에 시작</translation>
    </message>
    <message>
        <source>all together %1</source>
        <translation>모두 합쳐 %1</translation>
    </message>
    <message>
        <source>Add a stage to %1</source>
        <translation>%1에 구간 추가</translation>
    </message>
    <message>
        <source>Remove a stage of %1</source>
        <translation>%1의 구간 제거</translation>
    </message>
    <message>
        <source>Move a point of %1</source>
        <translation>%1의 점 이동</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 이동</translation>
    </message>
</context>
<context>
    <name>LoadPane</name>
    <message>
        <source>%1 iterations</source>
        <translation>반복 %1회</translation>
    </message>
    <message>
        <source>at least %1 iterations</source>
        <translation>반복 %1회 이상</translation>
    </message>
    <message>
        <source>iterations as VUs are free</source>
        <translation>VU가 쉬는 대로 반복</translation>
    </message>
    <message>
        <source>peak %1 VUs</source>
        <translation>최대 VU %1명</translation>
    </message>
    <message>
        <source>peak %1 iterations/s</source>
        <translation>최대 반복 %1/s</translation>
    </message>
    <message>
        <source>generator %1</source>
        <translation>생성기 %1</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>부하</translation>
    </message>
    <message>
        <source>No scenario yet: add one with + above the outline.</source>
        <translation>아직 시나리오가 없습니다. 개요 위의 +로 추가하세요.</translation>
    </message>
    <message>
        <source>iterations under way may take until %1</source>
        <translation>진행 중인 반복은 %1까지 걸릴 수 있습니다</translation>
    </message>
    <message>
        <source>Drag points; Shift takes later ones along, Alt does not snap. Double-click a curve for a stage, drag it along time. Wheel zooms, Space pans.</source>
        <translation>점을 끌어 옮깁니다. Shift는 뒤의 점을 함께 옮기고 Alt는 격자에 맞추지 않습니다. 곡선을 두 번 누르면 구간이 생기고, 끌면 시간이 바뀝니다. 휠은 확대, 스페이스는 이동입니다.</translation>
    </message>
</context>
<context>
    <name>LoadSpin</name>
    <message>
        <source>Load by hand</source>
        <translation>직접 조절하는 부하</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source> VUs</source>
        <translation> VU</translation>
    </message>
    <message>
        <source>How many virtual users there are</source>
        <translation>가상 사용자 수</translation>
    </message>
    <message>
        <source>How much more load than the plan&apos;s; 0 is as planned</source>
        <translation>계획보다 더 주는 부하. 0은 계획대로</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Detail</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>At</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>무슨 일이 있었나</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Plan and run</source>
        <translation>계획과 실행</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>실행 상태</translation>
    </message>
    <message>
        <source>Recent plans</source>
        <translation>최근 계획</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>보고서가 %1에 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n run(s)</source>
        <translation>
            <numerusform>%1 · 실행 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The language changes when Bellwether is opened next.</source>
        <translation>언어는 Bellwether를 다음에 열 때 바뀝니다.</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>계획 없음</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>아직 저장하지 않음</translation>
    </message>
    <message>
        <source>%1[*] – Bellwether</source>
        <translation>%1[*] – Bellwether</translation>
    </message>
    <message>
        <source>Bellwether</source>
        <translation>Bellwether</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>문제 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>○ idle</source>
        <translation>○ 대기</translation>
    </message>
    <message>
        <source>◌ preparing</source>
        <translation>◌ 준비 중</translation>
    </message>
    <message>
        <source>● running</source>
        <translation>● 실행 중</translation>
    </message>
    <message>
        <source>◍ stopping</source>
        <translation>◍ 중지 중</translation>
    </message>
    <message>
        <source>Open a run that was kept; its report can be exported then.</source>
        <translation>보관된 실행을 열면 그 보고서를 내보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>A run is going</source>
        <translation>실행이 진행 중입니다</translation>
    </message>
    <message>
        <source>Closing the window stops the run. What was measured so far is kept.</source>
        <translation>창을 닫으면 실행이 멈춥니다. 지금까지 잰 값은 보관됩니다.</translation>
    </message>
    <message>
        <source>Stop the run and close</source>
        <translation>실행을 멈추고 닫기</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>history cannot be read</source>
        <translation>기록을 읽을 수 없음</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation>아직 계획이 없습니다</translation>
    </message>
    <message>
        <source>a new plan</source>
        <translation>새 계획</translation>
    </message>
    <message>
        <source>Bellwether ended unexpectedly with unsaved changes of %1. They were kept.</source>
        <translation>Bellwether가 %1의 저장하지 않은 변경 사항이 있는 채로 갑자기 끝났습니다. 변경 사항은 보관되었습니다.</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>버리기</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>이 알림 닫기</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>OpenPlan</name>
    <message>
        <source>No plan</source>
        <translation>계획 없음</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Scenarios</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>흐름</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>피드</translation>
    </message>
    <message>
        <source>Plan settings</source>
        <translation>계획 설정</translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>has errors</source>
        <translation>오류 있음</translation>
    </message>
    <message>
        <source>has warnings</source>
        <translation>경고 있음</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline of the plan</source>
        <translation>계획의 개요</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>개요 필터</translation>
    </message>
    <message>
        <source>Add scenario</source>
        <translation>시나리오 추가</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 복제</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 삭제</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 이름 바꾸기</translation>
    </message>
    <message>
        <source>Duplicate scenario or flow</source>
        <translation>시나리오 또는 흐름 복제</translation>
    </message>
    <message>
        <source>Rename scenario or flow</source>
        <translation>시나리오 또는 흐름 이름 바꾸기</translation>
    </message>
    <message>
        <source>Delete scenario or flow</source>
        <translation>시나리오 또는 흐름 삭제</translation>
    </message>
    <message>
        <source>Add flow or scenario</source>
        <translation>흐름 또는 시나리오 추가</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>흐름</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Add flow</source>
        <translation>흐름 추가</translation>
    </message>
</context>
<context>
    <name>PercentileModel</name>
    <message>
        <source>Percentile</source>
        <translation>백분위</translation>
    </message>
    <message>
        <source>Selected part</source>
        <translation>고른 구간</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>전체 실행</translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message>
        <source>Open plans</source>
        <translation>열린 계획</translation>
    </message>
</context>
<context>
    <name>PlanDocument</name>
    <message>
        <source>New plan</source>
        <translation>새 계획</translation>
    </message>
    <message>
        <source>There is no plan to save.</source>
        <translation>저장할 계획이 없습니다.</translation>
    </message>
    <message>
        <source>A newer Bellwether wrote this plan. It is shown here as it is and not written, since what this version does not know would be lost.</source>
        <translation>더 새로운 Bellwether가 쓴 계획입니다. 여기서는 그대로 보여 주기만 하고 쓰지 않습니다. 이 버전이 모르는 내용을 잃을 수 있기 때문입니다.</translation>
    </message>
    <message>
        <source>The JSON cannot be read as a plan, so nothing was saved. %1. Mend it or take it back.</source>
        <translation>JSON을 계획으로 읽을 수 없어 아무것도 저장하지 않았습니다. %1. 고치거나 되돌리세요.</translation>
    </message>
    <message>
        <source>This text is no plan that this version can write, so it was not saved over the file. Its problems say why.</source>
        <translation>이 텍스트는 이 버전이 쓸 수 있는 계획이 아니므로 파일에 덮어쓰지 않았습니다. 이유는 문제 목록에 있습니다.</translation>
    </message>
    <message>
        <source>Another program changed this plan&apos;s file. Read it again or keep yours first; nothing was saved.</source>
        <translation>다른 프로그램이 이 계획의 파일을 바꾸었습니다. 먼저 다시 읽거나 현재 내용을 유지하도록 고르세요. 아무것도 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Edit JSON</source>
        <translation>JSON 편집</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>파일 다시 읽기</translation>
    </message>
</context>
<context>
    <name>PlanFiles</name>
    <message>
        <source>This file cannot be read as a plan of this version. It is shown as it is and will not be written over; the problems say where it is wrong.</source>
        <translation>이 파일은 이 버전의 계획으로 읽을 수 없습니다. 있는 그대로 보여 주며 덮어쓰지 않습니다. 어디가 잘못되었는지는 문제 목록에 있습니다.</translation>
    </message>
    <message>
        <source>Open plan</source>
        <translation>계획 열기</translation>
    </message>
    <message>
        <source>Plans (*.plan.json *.json);;All files (*)</source>
        <translation>계획 (*.plan.json *.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save plan as</source>
        <translation>다른 이름으로 계획 저장</translation>
    </message>
    <message>
        <source>Plans (*.plan.json *.json)</source>
        <translation>계획 (*.plan.json *.json)</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has changes that are not saved.</source>
        <translation>&quot;%1&quot;에 저장하지 않은 변경이 있습니다.</translation>
    </message>
    <message>
        <source>Another program changed this plan&apos;s file.</source>
        <translation>다른 프로그램이 이 계획의 파일을 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>내 것 유지</translation>
    </message>
    <message>
        <source>Another program changed this plan&apos;s file. Reading it again replaces your changes here; Undo brings them back.</source>
        <translation>다른 프로그램이 이 계획의 파일을 바꾸었습니다. 다시 읽으면 여기의 변경이 대체되며, 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>This plan&apos;s file was removed or moved. What is here is the only copy this window knows.</source>
        <translation>이 계획의 파일이 삭제되었거나 옮겨졌습니다. 이 창이 아는 사본은 여기 있는 것뿐입니다.</translation>
    </message>
    <message>
        <source>Save it there again</source>
        <translation>그 자리에 다시 저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Plan settings</source>
        <translation>계획 설정</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Allowed hosts</source>
        <translation>허용 호스트</translation>
    </message>
    <message>
        <source>this machine alone</source>
        <translation>이 컴퓨터만</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>준비(setup)</translation>
    </message>
    <message>
        <source>Teardown</source>
        <translation>정리(teardown)</translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation>요청 시간 제한</translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation>HTTP 버전</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>Changes until today</source>
        <translation>오늘까지의 변경</translation>
    </message>
    <message>
        <source>Plan as it was run</source>
        <translation>실행 당시의 계획</translation>
    </message>
    <message>
        <source>Open today&apos;s plan in the designer to see what changed since this run</source>
        <translation>이 실행 뒤로 무엇이 바뀌었는지 보려면 오늘의 계획을 디자이너에서 여세요</translation>
    </message>
    <message>
        <source>Compare with the plan that is open: %1</source>
        <translation>열려 있는 계획과 비교: %1</translation>
    </message>
    <message>
        <source>The plan as it was run</source>
        <translation>실행 당시의 계획</translation>
    </message>
    <message>
        <source>Nothing changed until today (%1)</source>
        <translation>오늘까지 바뀐 것이 없습니다 (%1)</translation>
    </message>
    <message>
        <source>Until today (%1): lines gone %2, new %3</source>
        <translation>오늘까지 (%1): 없어진 줄 %2, 새 줄 %3</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Add %1</source>
        <translation>%1 추가</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 제거</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 이동</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>%2의 %1 변경</translation>
    </message>
</context>
<context>
    <name>PlotView</name>
    <message>
        <source>no samples</source>
        <translation>표본 없음</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>A run on the wall – Bellwether</source>
        <translation>벽면의 실행 – Bellwether</translation>
    </message>
    <message>
        <source>The run did not begin; the window of Bellwether says why.</source>
        <translation>실행이 시작되지 않았습니다. 이유는 Bellwether 창에 있습니다.</translation>
    </message>
    <message>
        <source>The next run is shown here as soon as it starts.</source>
        <translation>다음 실행이 시작되면 바로 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>%1 starts the plan, Escape leaves.</source>
        <translation>%1은 계획을 시작하고, Esc는 나갑니다.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>P95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>The run that is selected</source>
        <translation>선택한 실행</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>실행 %1: %2</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>P50</source>
        <translation>P50</translation>
    </message>
    <message>
        <source>P99</source>
        <translation>P99</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>행</translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message>
        <source>Problems of the plan</source>
        <translation>계획의 문제</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>문제 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>문제 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegressionTable</name>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Beyond its tolerance, but it may be chance: only more runs can tell</source>
        <translation>허용 범위를 넘었지만 우연일 수 있습니다. 실행이 더 있어야 알 수 있습니다</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>허용 범위</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>추세</translation>
    </message>
</context>
<context>
    <name>ReportFileDialog</name>
    <message>
        <source>Export report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>웹 페이지 (*.html)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 문서 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>RequestModel</name>
    <message>
        <source>without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>From the moment the request was due, whether or not a virtual user was free</source>
        <translation>가상 사용자가 비어 있었는지와 관계없이, 요청이 예정된 순간부터 잰 값입니다</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Rate, /s</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>P50, ms</source>
        <translation>P50, ms</translation>
    </message>
    <message>
        <source>P95, ms</source>
        <translation>P95, ms</translation>
    </message>
    <message>
        <source>P99, ms</source>
        <translation>P99, ms</translation>
    </message>
    <message>
        <source>Max, ms</source>
        <translation>최대, ms</translation>
    </message>
    <message>
        <source>Response P95, ms</source>
        <translation>응답 P95, ms</translation>
    </message>
    <message>
        <source>Budget %1</source>
        <translation>예산 %1</translation>
    </message>
    <message>
        <source>Of the limits that budgets set for the request, the one that stands worst</source>
        <translation>예산이 이 요청에 정한 한도 가운데 가장 나쁜 것</translation>
    </message>
    <message>
        <source>Against the budget</source>
        <translation>예산 대비</translation>
    </message>
</context>
<context>
    <name>ResultTabs</name>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Limits and checks</source>
        <translation>한도와 체크</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation>%1 필터</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
</context>
<context>
    <name>RunChart</name>
    <message>
        <source>no samples</source>
        <translation>표본 없음</translation>
    </message>
    <message>
        <source>baseline %1</source>
        <translation>기준 %1</translation>
    </message>
    <message>
        <source>budget %1</source>
        <translation>예산 %1</translation>
    </message>
</context>
<context>
    <name>RunConductor</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>The run did not begin.</source>
        <translation>실행이 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>This plan may send load beyond this computer, to %1. Only do that to systems you may load.</source>
        <translation>이 계획은 이 컴퓨터 밖의 %1에 부하를 보낼 수 있습니다. 부하를 주어도 되는 시스템에만 하세요.</translation>
    </message>
    <message>
        <source>Allow and run</source>
        <translation>허용하고 실행</translation>
    </message>
    <message>
        <source>Run on this computer only</source>
        <translation>이 컴퓨터에서만 실행</translation>
    </message>
    <message>
        <source>The plan has changed since its last run. A smoke run tries every scenario once, with one virtual user, before the load.</source>
        <translation>마지막 실행 뒤 계획이 바뀌었습니다. 스모크 실행은 부하를 주기 전에 모든 시나리오를 가상 사용자 한 명으로 한 번씩 해 봅니다.</translation>
    </message>
    <message>
        <source>Smoke run</source>
        <translation>스모크 실행</translation>
    </message>
</context>
<context>
    <name>RunDialog</name>
    <message>
        <source>Run with…</source>
        <translation>조건을 바꿔 실행…</translation>
    </message>
    <message>
        <source>as the plan says</source>
        <translation>계획대로</translation>
    </message>
    <message>
        <source>Replaces every scenario&apos;s duration: 30s, 5m, 1h30m</source>
        <translation>모든 시나리오의 지속 시간을 바꿉니다: 30s, 5m, 1h30m</translation>
    </message>
    <message>
        <source>Replaces every scenario&apos;s number of virtual users</source>
        <translation>모든 시나리오의 가상 사용자 수를 바꿉니다</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>&amp;Duration</source>
        <translation>지속 시간(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Virtual users</source>
        <translation>가상 사용자(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>환경(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>빌드(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>메모(&amp;N)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a duration; write 30s, 5m or 1h30m</source>
        <translation>&quot;%1&quot;은(는) 지속 시간이 아닙니다. 30s, 5m, 1h30m처럼 쓰세요</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of virtual users</source>
        <translation>&quot;%1&quot;은(는) 가상 사용자 수가 아닙니다</translation>
    </message>
    <message>
        <source>name, number or :port</source>
        <translation>이름, 번호 또는 :포트</translation>
    </message>
    <message>
        <source>Measures processes of this machine beside the load, in this plan&apos;s later runs, too: a program&apos;s name, a process&apos;s number, or the :port it listens on. Several are parted by commas or spaces.</source>
        <translation>부하와 함께 이 컴퓨터의 프로세스를 측정하며, 이 계획의 다음 실행에서도 측정합니다. 프로그램 이름, 프로세스 번호 또는 수신 대기하는 :포트를 쓰고, 여럿이면 쉼표나 공백으로 나눕니다.</translation>
    </message>
    <message>
        <source>&amp;Watch processes</source>
        <translation>프로세스 관찰(&amp;W)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no process; write a program&apos;s name, a process&apos;s number, or :7070 for the one that listens on that port</source>
        <translation>&quot;%1&quot;은(는) 프로세스가 아닙니다. 프로그램 이름, 프로세스 번호를 쓰거나, 해당 포트에서 수신 대기하는 프로세스는 :7070처럼 쓰십시오</translation>
    </message>
</context>
<context>
    <name>RunHerald</name>
    <message>
        <source>Run stopped: %1</source>
        <translation>실행 중지됨: %1</translation>
    </message>
    <message>
        <source>Run passed: %1</source>
        <translation>실행 통과: %1</translation>
    </message>
    <message>
        <source>Run failed: %1</source>
        <translation>실행 실패: %1</translation>
    </message>
    <message>
        <source>Run inconclusive: %1</source>
        <translation>실행 판정 불가: %1</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1</translation>
    </message>
    <message>
        <source>%1 of them failed</source>
        <translation>그중 %1 실패</translation>
    </message>
    <message>
        <source>P95 %1</source>
        <translation>P95 %1</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>메시지 %1</translation>
    </message>
    <message numerus="yes">
        <source>And %n more limit(s).</source>
        <translation>
            <numerusform>그 밖에 한도 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>A limit is broken: %1</source>
        <translation>한도 위반: %1</translation>
    </message>
</context>
<context>
    <name>RunListPage</name>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Look at the run as it was (Enter)</source>
        <translation>실행을 그때 그대로 보기 (Enter)</translation>
    </message>
    <message>
        <source>Take the selected runs out of the history (Delete)</source>
        <translation>선택한 실행을 기록에서 삭제 (Delete)</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>모든 실행 보기</translation>
    </message>
    <message>
        <source>Filter of the runs</source>
        <translation>실행 필터</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>실행 1개</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>실행 %1개</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>실행 %2개 가운데 %1개</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>맞는 실행이 없습니다</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>별표</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>메모 편집</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>태그 편집</translation>
    </message>
    <message>
        <source>Set as baseline</source>
        <translation>기준으로 정하기</translation>
    </message>
    <message>
        <source>Say what changed: select two runs, or runs of two builds</source>
        <translation>무엇이 바뀌었는지 말합니다: 실행 두 개나 빌드 두 개의 실행들을 고르세요</translation>
    </message>
    <message>
        <source>No star</source>
        <translation>별표 없애기</translation>
    </message>
    <message>
        <source>No longer the baseline</source>
        <translation>기준에서 해제</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>추세</translation>
    </message>
    <message>
        <source>How the figures of this run&apos;s plan went from run to run</source>
        <translation>이 실행의 계획에서 수치가 실행마다 어떻게 변했는지</translation>
    </message>
    <message>
        <source>Write the run&apos;s report as a page (HTML) or a PDF</source>
        <translation>실행 보고서를 웹 페이지(HTML)나 PDF로 쓰기</translation>
    </message>
    <message>
        <source>Baseline…</source>
        <translation>기준…</translation>
    </message>
    <message>
        <source>Which runs later ones are held against, and how far figures may move</source>
        <translation>뒤의 실행을 어느 실행과 견줄지, 수치가 얼마나 움직여도 되는지</translation>
    </message>
    <message>
        <source>Save run as a file…</source>
        <translation>실행을 파일로 저장…</translation>
    </message>
    <message>
        <source>Take in runs from a file…</source>
        <translation>파일에서 실행 가져오기…</translation>
    </message>
    <message>
        <source>Clean up…</source>
        <translation>정리…</translation>
    </message>
    <message>
        <source>Find in all that was kept: plan, build, tags, requests, messages</source>
        <translation>보관된 모든 것에서 찾기: 계획, 빌드, 태그, 요청, 메시지</translation>
    </message>
    <message>
        <source>More to do with runs</source>
        <translation>실행으로 할 수 있는 다른 일</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>None of the %1 runs has “%2” in anything that was kept of it.</source>
        <translation>실행 %1개 가운데 보관된 내용에 “%2”이(가) 있는 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>No run yet</source>
        <translation>아직 실행이 없습니다</translation>
    </message>
    <message>
        <source>Start the plan to watch its response times, errors and budgets live. The run is kept in the history, judged, and can be compared later.</source>
        <translation>계획을 시작하면 응답 시간, 오류, 예산을 실시간으로 볼 수 있습니다. 실행은 기록에 보관되고 판정되며 나중에 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation>실행 시작</translation>
    </message>
</context>
<context>
    <name>ScenarioBars</name>
    <message>
        <source>waits</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>%1 wanted, %2 VUs</source>
        <translation>%1 요구, VU %2</translation>
    </message>
    <message>
        <source>%1 of %2 VUs</source>
        <translation>VU %2 가운데 %1</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>시나리오</translation>
    </message>
</context>
<context>
    <name>ScenarioForm</name>
    <message>
        <source>stage</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>지속 시간</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>VUs, or iterations in a time unit, at the end of the stage</source>
        <translation>단계가 끝날 때의 VU 수, 또는 시간 단위당 반복 수</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>흐름</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>실행기</translation>
    </message>
    <message>
        <source>VUs</source>
        <translation>VU</translation>
    </message>
    <message>
        <source>Start VUs</source>
        <translation>시작 VU</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Start rate</source>
        <translation>시작 비율</translation>
    </message>
    <message>
        <source>Time unit</source>
        <translation>시간 단위</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Max duration</source>
        <translation>최대 지속 시간</translation>
    </message>
    <message>
        <source>Pre-allocated VUs</source>
        <translation>미리 할당한 VU</translation>
    </message>
    <message>
        <source>Max VUs</source>
        <translation>최대 VU</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>Graceful ramp-down</source>
        <translation>완만한 감소 시간</translation>
    </message>
    <message>
        <source>Graceful stop</source>
        <translation>완만한 중지 시간</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>도착</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Variables of this scenario alone</source>
        <translation>이 시나리오만의 변수</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
</context>
<context>
    <name>ScenarioListForm</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>실행기</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>흐름</translation>
    </message>
    <message>
        <source>A scenario says how much load there is and when, and which flow its virtual users go through. Its numbers are in the outline, under its name.</source>
        <translation>시나리오는 부하가 얼마나 언제 있으며 가상 사용자가 어떤 흐름을 거치는지를 정합니다. 수치는 개요에서 그 이름 아래에 있습니다.</translation>
    </message>
    <message>
        <source>All scenarios</source>
        <translation>모든 시나리오</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>시나리오</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>모든 요청</translation>
    </message>
    <message>
        <source>Choose a request in the table below to see it alone</source>
        <translation>아래 표에서 요청을 고르면 그 요청만 볼 수 있습니다</translation>
    </message>
    <message>
        <source>No curves of its own: only the first %1 requests of a run have them. The charts show all.</source>
        <translation>자체 곡선이 없습니다. 실행의 처음 %1개 요청만 곡선을 가집니다. 차트는 모든 요청을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Show all requests again (Escape)</source>
        <translation>모든 요청을 다시 표시(Esc)</translation>
    </message>
    <message>
        <source>%1: show all requests again</source>
        <translation>%1: 모든 요청을 다시 표시</translation>
    </message>
</context>
<context>
    <name>SessionModel</name>
    <message>
        <source>without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>From the time that a message carries to its arrival</source>
        <translation>메시지에 담긴 시각부터 도착까지</translation>
    </message>
    <message>
        <source>By gaps in the messages&apos; numbers</source>
        <translation>메시지 번호가 빈 만큼</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Connect P95, ms</source>
        <translation>연결 P95, ms</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>Rate, /s</source>
        <translation>비율, /초</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>유실</translation>
    </message>
    <message>
        <source>Latency P50, ms</source>
        <translation>지연 P50, ms</translation>
    </message>
    <message>
        <source>P95, ms</source>
        <translation>P95, ms</translation>
    </message>
    <message>
        <source>P99, ms</source>
        <translation>P99, ms</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료</translation>
    </message>
</context>
<context>
    <name>SideLabel</name>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>실행 %1</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>at the most %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>표본 없음</translation>
    </message>
</context>
<context>
    <name>SpectrumChart</name>
    <message>
        <source>no samples</source>
        <translation>표본 없음</translation>
    </message>
</context>
<context>
    <name>StartWords</name>
    <message>
        <source>Bellwether&apos;s workbench: design, run, watch and keep load tests</source>
        <translation>Bellwether 작업대: 부하 시험을 설계하고 실행하고 지켜보고 보관합니다</translation>
    </message>
    <message>
        <source>The plan to open</source>
        <translation>열 계획</translation>
    </message>
    <message>
        <source>A variable for every run of this window</source>
        <translation>이 창의 모든 실행에 쓸 변수</translation>
    </message>
    <message>
        <source>History file (default: in your data folder)</source>
        <translation>기록 파일 (기본: 데이터 폴더 안)</translation>
    </message>
    <message>
        <source>One plan at a time; these are %1</source>
        <translation>계획은 한 번에 하나입니다. 지금은 %1개입니다</translation>
    </message>
</context>
<context>
    <name>SteeringBar</name>
    <message>
        <source>Load by hand</source>
        <translation>직접 조절하는 부하</translation>
    </message>
    <message>
        <source>Scenario whose load is changed</source>
        <translation>부하를 바꿀 시나리오</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>가상 사용자</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>계획대로</translation>
    </message>
    <message>
        <source>Take back what was added or taken by hand</source>
        <translation>직접 더하거나 뺀 것을 되돌립니다</translation>
    </message>
    <message>
        <source>Note on a moment</source>
        <translation>순간에 대한 메모</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Go on where the schedules stand</source>
        <translation>일정이 멈춘 곳에서 이어 갑니다</translation>
    </message>
    <message>
        <source>Start no iteration any more and let the schedules stand still; the paused seconds are left out of the verdict</source>
        <translation>새 반복을 시작하지 않고 일정을 멈춥니다. 멈춘 동안은 판정에서 뺍니다</translation>
    </message>
    <message>
        <source>Note at %1</source>
        <translation>%1에 메모</translation>
    </message>
    <message>
        <source>What happened? Enter keeps the note, Escape does not</source>
        <translation>무슨 일이 있었나요? Enter는 메모를 남기고 Esc는 버립니다</translation>
    </message>
    <message>
        <source>Mark this moment with a note</source>
        <translation>이 순간에 메모 남기기</translation>
    </message>
</context>
<context>
    <name>StepDelegate</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Requests inside carry the group&apos;s name as a tag; its whole time is group_duration.</source>
        <translation>안의 요청은 그룹 이름을 태그로 가집니다. 전체 시간은 group_duration입니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>반복 방식</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>While</source>
        <translation>동안</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>What is done then, and otherwise, stands under the step in the flow.</source>
        <translation>참일 때와 거짓일 때 하는 일은 흐름에서 이 단계 아래에 있습니다.</translation>
    </message>
    <message>
        <source>One branch is drawn each time, by weight. The branches stand under the step in the flow.</source>
        <translation>매번 가중치에 따라 갈래 하나를 뽑습니다. 갈래는 흐름에서 이 단계 아래에 있습니다.</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>갈래</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>갈래</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>The requests inside go out together, as a browser does.</source>
        <translation>안의 요청은 브라우저처럼 함께 나갑니다.</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>동시에</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>까지</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>대기 간격</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>더하는 값</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Waits for a message of an open WebSocket session; how long that took is ws_expect_duration.</source>
        <translation>열린 WebSocket 세션의 메시지를 기다립니다. 걸린 시간은 ws_expect_duration입니다.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>제한 시간</translation>
    </message>
    <message>
        <source>This version keeps scripts and does not run them yet.</source>
        <translation>이 버전은 스크립트를 보관하지만 아직 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>JavaScript</source>
        <translation>자바스크립트</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>편차</translation>
    </message>
    <message>
        <source>The iteration takes at least this long, counted from its start.</source>
        <translation>반복은 시작부터 적어도 이만큼 걸립니다.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>주기</translation>
    </message>
    <message>
        <source>This must be a list: [ … ]</source>
        <translation>목록이어야 합니다: [ … ]</translation>
    </message>
</context>
<context>
    <name>StepTree</name>
    <message>
        <source>weight %1</source>
        <translation>가중치 %1</translation>
    </message>
    <message>
        <source>then</source>
        <translation>그러면</translation>
    </message>
    <message>
        <source>else</source>
        <translation>아니면</translation>
    </message>
    <message>
        <source>Before, once per VU</source>
        <translation>시작 전, VU마다 한 번</translation>
    </message>
    <message>
        <source>Every iteration</source>
        <translation>반복마다</translation>
    </message>
    <message>
        <source>After, once per VU</source>
        <translation>끝난 후, VU마다 한 번</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>at least %1 an iteration</source>
        <translation>반복마다 최소 %1</translation>
    </message>
    <message>
        <source>at most %1 at a time</source>
        <translation>한 번에 최대 %1개</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1일 때까지</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>평균 %1</translation>
    </message>
    <message>
        <source>while %1</source>
        <translation>%1인 동안</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>사용 안 함</translation>
    </message>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>갈래 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n번</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 over %n item(s)</source>
        <translation>
            <numerusform>항목 %n개에 걸쳐 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>체크 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extractor(s)</source>
        <translation>
            <numerusform>추출 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation>HTTP 요청</translation>
    </message>
    <message>
        <source>WebSocket session</source>
        <translation>WebSocket 세션</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>생각 시간</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>간격 조절</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>반복문</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Weighted choice</source>
        <translation>가중 선택</translation>
    </message>
    <message>
        <source>Parallel requests</source>
        <translation>병렬 요청</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Expected message</source>
        <translation>기다리는 메시지</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>스크립트</translation>
    </message>
</context>
<context>
    <name>StoredRunPage</name>
    <message>
        <source>Export report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
</context>
<context>
    <name>TableEditor</name>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation>%1행, %2: %3</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>part</source>
        <translation>파트</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>콘텐츠 유형</translation>
    </message>
</context>
<context>
    <name>ThresholdForm</name>
    <message>
        <source>A run fails when one of these does not hold. A metric in braces is narrowed by tags, as in http_req_duration{name:login}.</source>
        <translation>이 가운데 하나라도 지켜지지 않으면 실행이 실패합니다. 중괄호 안의 태그는 지표를 좁힙니다. 예: http_req_duration{name:login}</translation>
    </message>
    <message>
        <source>All must hold</source>
        <translation>모두 지켜야 함</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>A metric, or a part of it: http_req_duration{name:login}</source>
        <translation>지표 또는 그 일부: http_req_duration{name:login}</translation>
    </message>
    <message>
        <source>Must hold</source>
        <translation>지켜야 할 조건</translation>
    </message>
    <message>
        <source>For example p(99)&lt;10; times are milliseconds</source>
        <translation>예: p(99)&lt;10. 시간은 밀리초입니다</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>The run stops when the threshold fails (abortOnFail)</source>
        <translation>임계값이 깨지면 실행이 멈춥니다 (abortOnFail)</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>준비 운동</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>유예</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>no samples</source>
        <translation>표본 없음</translation>
    </message>
    <message>
        <source>%1. Left and Right move the cross-hair, Escape takes it away.</source>
        <translation>%1. 왼쪽과 오른쪽 키로 십자선을 옮기고 Esc로 없앱니다.</translation>
    </message>
    <message>
        <source>%1. Left and Right move the cross-hair, with Shift they select, Escape takes both away.</source>
        <translation>%1. 왼쪽과 오른쪽 키는 십자선을 옮기고, Shift와 함께는 고르며, Esc는 둘 다 없앱니다.</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>Pictures (*.svg)</source>
        <translation>그림 (*.svg)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>그림으로 복사</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>CSV로 복사</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>SVG로 저장…</translation>
    </message>
    <message>
        <source>Mark this moment…</source>
        <translation>이 순간에 메모…</translation>
    </message>
    <message>
        <source>Take back the note “%1”</source>
        <translation>메모 “%1” 지우기</translation>
    </message>
</context>
<context>
    <name>TimingBars</name>
    <message>
        <source>Where the time went</source>
        <translation>시간이 쓰인 곳</translation>
    </message>
    <message>
        <source>Waiting for a connection</source>
        <translation>연결 대기</translation>
    </message>
    <message>
        <source>Looking up</source>
        <translation>이름 찾기</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>TLS 협상</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>기다리기</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>받기</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>TrendTable</name>
    <message>
        <source>Over the last ten runs</source>
        <translation>최근 실행 열 번 동안</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>추세</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>기준</translation>
    </message>
</context>
<context>
    <name>TrendView</name>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>실행 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another load left out</source>
        <translation>
            <numerusform>다른 부하를 준 %n개는 뺌</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>The figures of all runs of the plan are read.</source>
        <translation>계획의 모든 실행의 수치를 읽습니다.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>수치</translation>
    </message>
</context>
<context>
    <name>TryModel</name>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>← %1</source>
        <translation>← %1</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>%1 닫힘</translation>
    </message>
    <message>
        <source>%1 came</source>
        <translation>%1 도착</translation>
    </message>
    <message>
        <source>%1 did not come</source>
        <translation>%1 오지 않음</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
</context>
<context>
    <name>TryPanel</name>
    <message>
        <source>What the try did</source>
        <translation>시도에서 한 일</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>One iteration of the flow as one user, without waiting</source>
        <translation>기다림 없이 한 사용자로 흐름을 한 번</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>This step again</source>
        <translation>이 단계 다시</translation>
    </message>
    <message>
        <source>Only this step, with the values that were found before</source>
        <translation>앞서 찾은 값으로 이 단계만</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>curl로 복사</translation>
    </message>
    <message>
        <source>Allow and try</source>
        <translation>허용하고 시도</translation>
    </message>
    <message>
        <source>Log of the try</source>
        <translation>시도 로그</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>This plan may send requests beyond this computer, to %1.</source>
        <translation>이 계획은 이 컴퓨터 밖의 %1(으)로 요청을 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>One iteration of the flow, as one user, without waiting: Ctrl+T.</source>
        <translation>기다림 없이 한 사용자로 흐름을 한 번: Ctrl+T.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>시도 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>요청 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>all good</source>
        <translation>모두 정상</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n개 실패</numerusform>
        </translation>
    </message>
    <message>
        <source>The flow has changed since; try it again first.</source>
        <translation>그 사이 흐름이 바뀌었습니다. 먼저 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Copied; secrets stand as %1 and are to be filled in.</source>
        <translation>복사했습니다. 비밀 값은 %1(으)로 되어 있으니 채워 넣으세요.</translation>
    </message>
</context>
<context>
    <name>VariableForm</name>
    <message>
        <source>Steps use a variable as ${name}. An environment replaces the values it names; what is given for one run beats both.</source>
        <translation>단계는 변수를 ${name}으로 씁니다. 환경은 적어 둔 이름의 값을 바꾸며, 한 번의 실행에 준 값이 둘 다 이깁니다.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Secrets, from the program&apos;s environment</source>
        <translation>비밀 값, 프로그램의 환경에서</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>this value is not a text but JSON, and &quot;%1&quot; is none</source>
        <translation>이 값은 텍스트가 아니라 JSON인데, &quot;%1&quot;은(는) JSON이 아닙니다</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Value in this environment; empty cells keep the plan&apos;s value</source>
        <translation>이 환경에서의 값. 비워 두면 계획의 값을 씁니다</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>비밀 값</translation>
    </message>
    <message>
        <source>Of a variable in the program&apos;s environment; its value is never in the plan</source>
        <translation>프로그램 환경 변수의 이름입니다. 값은 계획에 절대 들어가지 않습니다</translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>가상 사용자</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>P95 against its budget</source>
        <translation>예산 대비 P95</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>생성기</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>실행의 진행</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>Good so far</source>
        <translation>지금까지 좋음</translation>
    </message>
    <message>
        <source>All limits hold</source>
        <translation>모든 한도를 지키고 있습니다</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>실패 중</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>의심스러움</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>setup</source>
        <translation>준비 단계</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>iterations end</source>
        <translation>반복을 마치는 중</translation>
    </message>
    <message>
        <source>teardown</source>
        <translation>정리 단계</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>at the most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>of %1 wanted</source>
        <translation>%1 요구</translation>
    </message>
    <message>
        <source>as many as the rate needs</source>
        <translation>비율에 필요한 만큼</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>모두 %1</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>표본 없음</translation>
    </message>
    <message>
        <source>%1 arrivals dropped</source>
        <translation>도착 %1개 버림</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1개 실패</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>all requests, no budget</source>
        <translation>모든 요청, 예산 없음</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>%1 sessions open</source>
        <translation>열린 세션 %1개</translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation>세션 %1개</translation>
    </message>
    <message>
        <source>Messages lost</source>
        <translation>유실된 메시지</translation>
    </message>
    <message>
        <source>%1 sessions refused</source>
        <translation>거부된 세션 %1개</translation>
    </message>
    <message>
        <source>no time in messages</source>
        <translation>메시지에 시각이 없음</translation>
    </message>
    <message>
        <source>P95 of message latency</source>
        <translation>메시지 지연의 P95</translation>
    </message>
    <message>
        <source>all messages</source>
        <translation>모든 메시지</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>stopped early · %1</source>
        <translation>일찍 멈춤 · %1</translation>
    </message>
    <message>
        <source>%1 wanted + for arrivals</source>
        <translation>%1 요구 + 도착용</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>The run on a wall screen</source>
        <translation>벽면 화면의 실행</translation>
    </message>
</context>
<context>
    <name>WebSocketForm</name>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>지속 시간</translation>
    </message>
    <message>
        <source>until its steps are done</source>
        <translation>단계가 끝날 때까지</translation>
    </message>
    <message>
        <source>Until a message</source>
        <translation>이 메시지까지</translation>
    </message>
    <message>
        <source>Ping every</source>
        <translation>핑 간격</translation>
    </message>
    <message>
        <source>Subprotocols</source>
        <translation>하위 프로토콜</translation>
    </message>
    <message>
        <source>header</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>once</source>
        <translation>한 번</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Sent when the session opens; with a time under Every, again and again.</source>
        <translation>세션이 열릴 때 보냅니다. 간격에 시간을 적으면 되풀이합니다.</translation>
    </message>
    <message>
        <source>Messages to send</source>
        <translation>보낼 메시지</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>더하는 값</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>보낸 시각</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>세는 기준</translation>
    </message>
    <message>
        <source>Server&apos;s clock</source>
        <translation>서버 시계</translation>
    </message>
    <message>
        <source>Checks of every message</source>
        <translation>메시지마다 체크</translation>
    </message>
    <message>
        <source>extractor</source>
        <translation>추출</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>From the message</source>
        <translation>메시지에서</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>추출</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>End</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>닫기 코드</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>재연결</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>대기 간격</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>실패 %1</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>메시지 %1</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>전체 실행</translation>
    </message>
    <message>
        <source>Show the figures of the whole run again (Escape in a chart)</source>
        <translation>전체 실행의 수치를 다시 보기 (차트에서 Esc)</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation>%1부터 %2까지 (%3)</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Let this part fill the charts; a double click in one shows the whole run again</source>
        <translation>이 구간을 차트에 가득 채웁니다. 차트를 두 번 누르면 전체 실행이 다시 보입니다</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 has no row</source>
        <translation>%1에 행이 없습니다</translation>
    </message>
    <message>
        <source>the first line of %1 names no columns</source>
        <translation>%1의 첫 줄에 열 이름이 없습니다</translation>
    </message>
    <message>
        <source>%1 names the column &quot;%2&quot; twice</source>
        <translation>%1에 열 &quot;%2&quot;이(가) 두 번 있습니다</translation>
    </message>
    <message>
        <source>line %2 of %1 has %3 cells, not as many as the first line</source>
        <translation>%1의 %2행에 칸이 %3개 있어 첫 줄과 수가 다릅니다</translation>
    </message>
    <message>
        <source>the quoted cell that begins in line %2 of %1 does not end</source>
        <translation>%1의 %2행에서 시작한 따옴표 칸이 끝나지 않습니다</translation>
    </message>
    <message>
        <source>line %2 of %1 goes on behind a closing quote; double the quotes inside a cell</source>
        <translation>%1의 %2행이 닫는 따옴표 뒤에 이어집니다. 칸 안의 따옴표는 두 번 쓰세요</translation>
    </message>
    <message>
        <source>%1 is not UTF-8</source>
        <translation>%1은(는) UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>%1 is not JSON</source>
        <translation>%1은(는) JSON이 아닙니다</translation>
    </message>
    <message>
        <source>%1 is not an array of objects</source>
        <translation>%1은(는) 객체의 배열이 아닙니다</translation>
    </message>
    <message>
        <source>%1 has too many rows</source>
        <translation>%1에 행이 너무 많습니다</translation>
    </message>
    <message>
        <source>this version cannot execute %1 yet</source>
        <translation>이 버전은 아직 %1을(를) 실행할 수 없습니다</translation>
    </message>
    <message>
        <source>the plan has no environment &quot;%1&quot;</source>
        <translation>계획에 환경 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>the plan has no scenario &quot;%1&quot;</source>
        <translation>계획에 시나리오 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>the plan has no scenario to run</source>
        <translation>계획에 실행할 시나리오가 없습니다</translation>
    </message>
    <message>
        <source>the plan does not name the host &quot;%1&quot;; add it there first</source>
        <translation>계획에 호스트 &quot;%1&quot;이(가) 없습니다. 먼저 계획에 추가하세요</translation>
    </message>
    <message>
        <source>the secret %1 is not set; put it into the environment of this program</source>
        <translation>비밀 값 %1이(가) 없습니다. 이 프로그램의 환경 변수에 넣으세요</translation>
    </message>
    <message>
        <source>the plan has no variable &quot;%1&quot;</source>
        <translation>계획에 변수 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>the variable &quot;%1&quot; needs itself</source>
        <translation>변수 &quot;%1&quot;이(가) 자기 자신을 필요로 합니다</translation>
    </message>
    <message>
        <source>the value of &quot;%1&quot; cannot be computed</source>
        <translation>&quot;%1&quot;의 값을 계산할 수 없습니다</translation>
    </message>
    <message>
        <source>--duration or --vus does not fit the scenario &quot;%1&quot;</source>
        <translation>--duration이나 --vus가 시나리오 &quot;%1&quot;에 맞지 않습니다</translation>
    </message>
    <message>
        <source>; did you mean &quot;%1&quot;?</source>
        <translation>. &quot;%1&quot;을(를) 뜻했나요?</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 could not be read or written.</source>
        <translation>%1을(를) 읽거나 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 could not be read or written: %2.</source>
        <translation>%1을(를) 읽거나 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>the host&apos;s name was not found</source>
        <translation>호스트 이름을 찾지 못했습니다</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>그곳에서 아무도 듣고 있지 않습니다</translation>
    </message>
    <message>
        <source>the connection was broken</source>
        <translation>연결이 끊어졌습니다</translation>
    </message>
    <message>
        <source>there was no answer in time</source>
        <translation>제시간에 답이 없었습니다</translation>
    </message>
    <message>
        <source>there is no way to that address</source>
        <translation>그 주소로 가는 길이 없습니다</translation>
    </message>
    <message>
        <source>this machine has no free port left for that address</source>
        <translation>그 주소에 쓸 빈 포트가 이 컴퓨터에 더 없습니다</translation>
    </message>
    <message>
        <source>this machine allows no more open connections; raise the limit with ulimit -n</source>
        <translation>이 컴퓨터는 연결을 더 열 수 없습니다. ulimit -n으로 한도를 올리세요</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>메모리가 부족합니다</translation>
    </message>
    <message>
        <source>another program uses that address</source>
        <translation>다른 프로그램이 그 주소를 쓰고 있습니다</translation>
    </message>
    <message>
        <source>the system forbids it</source>
        <translation>시스템이 금지합니다</translation>
    </message>
    <message>
        <source>this machine cannot do that</source>
        <translation>이 컴퓨터는 그것을 할 수 없습니다</translation>
    </message>
    <message>
        <source>the connection was closed</source>
        <translation>연결이 닫혔습니다</translation>
    </message>
    <message>
        <source>the network failed</source>
        <translation>네트워크가 실패했습니다</translation>
    </message>
    <message>
        <source>There is no history at %1.</source>
        <translation>%1에 기록이 없습니다.</translation>
    </message>
    <message>
        <source>The history %1 may not be read or written; check the permissions of the file and its folder.</source>
        <translation>기록 %1을(를) 읽거나 쓸 권한이 없습니다. 파일과 폴더의 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is no history of this program.</source>
        <translation>%1은(는) 이 프로그램의 기록이 아닙니다.</translation>
    </message>
    <message>
        <source>The history %1 was written by a newer version of this program.</source>
        <translation>기록 %1은(는) 이 프로그램의 더 새로운 버전이 썼습니다.</translation>
    </message>
    <message>
        <source>The history %1 is damaged.</source>
        <translation>기록 %1이(가) 손상되었습니다.</translation>
    </message>
    <message>
        <source>The history %1 is in use by another program; try again in a moment.</source>
        <translation>다른 프로그램이 기록 %1을(를) 쓰고 있습니다. 잠시 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>There is no space left for the history %1.</source>
        <translation>기록 %1을(를) 쓸 공간이 없습니다.</translation>
    </message>
    <message>
        <source>The history %1 could not be read or written.</source>
        <translation>기록 %1을(를) 읽거나 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The history %1 has no such run.</source>
        <translation>기록 %1에 그런 실행이 없습니다.</translation>
    </message>
    <message>
        <source>That cannot be done while the run goes on.</source>
        <translation>실행이 진행되는 동안에는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>내보내기를 취소했습니다.</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>권한이 없습니다</translation>
    </message>
    <message>
        <source>the file system is read-only</source>
        <translation>파일 시스템이 읽기 전용입니다</translation>
    </message>
    <message>
        <source>the device failed</source>
        <translation>장치가 실패했습니다</translation>
    </message>
    <message>
        <source>too many symbolic links</source>
        <translation>심볼릭 링크가 너무 많습니다</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>열린 파일이 너무 많습니다</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>메모리가 부족합니다</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>사용 중입니다</translation>
    </message>
    <message>
        <source>error %1</source>
        <translation>오류 %1</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 may not be read or written; check its permissions.</source>
        <translation>%1을(를) 읽거나 쓸 권한이 없습니다. 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is no ordinary file.</source>
        <translation>%1은(는) 보통 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1이(가) 너무 큽니다.</translation>
    </message>
    <message>
        <source>There is no space left to write %1.</source>
        <translation>%1을(를) 쓸 공간이 없습니다.</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>응답함</translation>
    </message>
    <message>
        <source>host name not found</source>
        <translation>호스트 이름을 찾지 못함</translation>
    </message>
    <message>
        <source>host not allowed by the plan</source>
        <translation>계획이 허용하지 않은 호스트</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>연결 거부</translation>
    </message>
    <message>
        <source>host unreachable</source>
        <translation>호스트에 닿을 수 없음</translation>
    </message>
    <message>
        <source>connection broken</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>connection closed inside the response</source>
        <translation>응답 도중 연결이 닫힘</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 실패</translation>
    </message>
    <message>
        <source>response breaks the protocol</source>
        <translation>응답이 프로토콜에 어긋남</translation>
    </message>
    <message>
        <source>response too large</source>
        <translation>응답이 너무 큼</translation>
    </message>
    <message>
        <source>this machine ran out of ports, descriptors or memory</source>
        <translation>이 컴퓨터의 포트, 디스크립터 또는 메모리가 바닥남</translation>
    </message>
    <message>
        <source>cut off by the end of the run</source>
        <translation>실행이 끝나며 끊김</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>상태 %1</translation>
    </message>
    <message>
        <source>%1 is missing, and it is calculated with</source>
        <translation>계산에 쓰는 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 is missing, and a function needs it</source>
        <translation>함수에 필요한 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>a function cannot take %1</source>
        <translation>함수가 %1을(를) 받을 수 없습니다</translation>
    </message>
    <message>
        <source>the value became too large</source>
        <translation>값이 너무 커졌습니다</translation>
    </message>
    <message>
        <source>%1: %2 (told once)</source>
        <translation>%1: %2 (한 번만 알립니다)</translation>
    </message>
    <message>
        <source>%1: all %2 VUs are busy, so arrivals are dropped; raise maxVUs or look at the target</source>
        <translation>%1: VU %2개가 모두 바빠 도착을 버립니다. maxVUs를 올리거나 대상을 살펴보세요</translation>
    </message>
    <message>
        <source>the feed %1 is used up; VUs that read it stop</source>
        <translation>피드 %1을(를) 다 썼습니다. 그것을 읽는 VU는 멈춥니다</translation>
    </message>
    <message>
        <source>%1: no request can be made of &quot;%2&quot; (told once)</source>
        <translation>%1: &quot;%2&quot;(으)로는 요청을 만들 수 없습니다 (한 번만 알립니다)</translation>
    </message>
    <message>
        <source>the history is written again</source>
        <translation>기록을 다시 쓰고 있습니다</translation>
    </message>
    <message>
        <source>another program holds the history; the run goes on and is written when it is free</source>
        <translation>다른 프로그램이 기록을 잡고 있습니다. 실행은 계속되며 풀리면 기록합니다</translation>
    </message>
    <message>
        <source>the disk of the history is full; the run goes on, free some space to keep it</source>
        <translation>기록의 디스크가 가득 찼습니다. 실행은 계속됩니다. 보관하려면 공간을 비우세요</translation>
    </message>
    <message>
        <source>the history cannot be written; the run goes on and may not be kept</source>
        <translation>기록을 쓸 수 없습니다. 실행은 계속되지만 보관되지 않을 수 있습니다</translation>
    </message>
    <message>
        <source>there is no expression</source>
        <translation>식이 없습니다</translation>
    </message>
    <message>
        <source>the expression is longer than %1 bytes</source>
        <translation>식이 %1바이트보다 깁니다</translation>
    </message>
    <message>
        <source>the expression is nested deeper than %1 levels</source>
        <translation>식이 %1단계보다 깊게 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>the character &quot;%1&quot; cannot stand here</source>
        <translation>문자 &quot;%1&quot;은(는) 여기에 올 수 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand here</source>
        <translation>&quot;%1&quot;은(는) 여기에 올 수 없습니다</translation>
    </message>
    <message>
        <source>the expression breaks off</source>
        <translation>식이 중간에 끊깁니다</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>따옴표가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no escape</source>
        <translation>&quot;%1&quot;은(는) 이스케이프가 아닙니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>&quot;%1&quot;은(는) 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>a ${ has no }</source>
        <translation>${에 }이(가) 없습니다</translation>
    </message>
    <message>
        <source>there is no name &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 이름이 없습니다</translation>
    </message>
    <message>
        <source>there is no function &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 함수가 없습니다</translation>
    </message>
    <message>
        <source>there is no feed &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 피드가 없습니다</translation>
    </message>
    <message>
        <source>there is no feed column &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 피드 열이 없습니다</translation>
    </message>
    <message>
        <source>the plan lists no secret &quot;%1&quot;</source>
        <translation>계획에 비밀 값 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>%1 needs more arguments</source>
        <translation>%1에 인수가 더 필요합니다</translation>
    </message>
    <message>
        <source>%1 takes fewer arguments</source>
        <translation>%1의 인수가 너무 많습니다</translation>
    </message>
    <message>
        <source>%1 needs its path or pattern as a quoted text</source>
        <translation>%1의 경로나 패턴은 따옴표 안의 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>%1 cannot take this argument</source>
        <translation>%1은(는) 이 인수를 받을 수 없습니다</translation>
    </message>
    <message>
        <source>the pattern is wrong: %1</source>
        <translation>패턴이 잘못되었습니다: %1</translation>
    </message>
    <message>
        <source>one expression holds too many patterns</source>
        <translation>한 식에 패턴이 너무 많습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a JSON path</source>
        <translation>&quot;%1&quot;은(는) JSON 경로가 아닙니다</translation>
    </message>
    <message>
        <source>the text is no JSON</source>
        <translation>텍스트가 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>%1 (at byte %2)</source>
        <translation>%1 (%2번째 바이트)</translation>
    </message>
    <message>
        <source>%1; did you mean &quot;%2&quot;?</source>
        <translation>%1. &quot;%2&quot;을(를) 뜻했나요?</translation>
    </message>
    <message>
        <source>the file begins with a byte order mark; save it as plain UTF-8</source>
        <translation>파일이 바이트 순서 표시로 시작합니다. 일반 UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>파일이 비어 있습니다</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>파일이 너무 일찍 끝납니다</translation>
    </message>
    <message>
        <source>a value should stand here, not &quot;%1&quot;</source>
        <translation>여기에는 &quot;%1&quot;이(가) 아니라 값이 와야 합니다</translation>
    </message>
    <message>
        <source>a key in double quotes should stand here, not &quot;%1&quot;</source>
        <translation>여기에는 &quot;%1&quot;이(가) 아니라 큰따옴표로 묶은 키가 와야 합니다</translation>
    </message>
    <message>
        <source>a colon should stand here, not &quot;%1&quot;</source>
        <translation>여기에는 &quot;%1&quot;이(가) 아니라 쌍점이 와야 합니다</translation>
    </message>
    <message>
        <source>a comma or a closing bracket should stand here, not &quot;%1&quot;</source>
        <translation>여기에는 &quot;%1&quot;이(가) 아니라 쉼표나 닫는 괄호가 와야 합니다</translation>
    </message>
    <message>
        <source>nothing follows this comma; take it away</source>
        <translation>이 쉼표 뒤에 아무것도 없습니다. 쉼표를 지우세요</translation>
    </message>
    <message>
        <source>JSON has no comments</source>
        <translation>JSON에는 주석이 없습니다</translation>
    </message>
    <message>
        <source>JSON&apos;s quotes are double</source>
        <translation>JSON의 따옴표는 큰따옴표입니다</translation>
    </message>
    <message>
        <source>this is not a number</source>
        <translation>숫자가 아닙니다</translation>
    </message>
    <message>
        <source>this is no escape</source>
        <translation>이스케이프가 아닙니다</translation>
    </message>
    <message>
        <source>this escape is half a character</source>
        <translation>이 이스케이프는 문자의 절반뿐입니다</translation>
    </message>
    <message>
        <source>a line break or control character must be escaped in a text</source>
        <translation>텍스트 안의 줄바꿈이나 제어 문자는 이스케이프해야 합니다</translation>
    </message>
    <message>
        <source>something follows the end of the document: &quot;%1&quot;</source>
        <translation>문서가 끝난 뒤에 무언가 있습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>error rate</source>
        <translation>오류율</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>처리량</translation>
    </message>
    <message>
        <source>share within %1</source>
        <translation>%1 안에 끝난 비율</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>at the limit</source>
        <translation>한도와 같음</translation>
    </message>
    <message>
        <source>%1 more than needed</source>
        <translation>필요보다 %1 많음</translation>
    </message>
    <message>
        <source>%1 too little</source>
        <translation>%1 모자람</translation>
    </message>
    <message>
        <source>%1 over the limit</source>
        <translation>한도보다 %1 초과</translation>
    </message>
    <message>
        <source>%1 below the limit</source>
        <translation>한도보다 %1 아래</translation>
    </message>
    <message>
        <source>the computer slept for %1</source>
        <translation>컴퓨터가 %1 동안 잠들었습니다</translation>
    </message>
    <message>
        <source>the clock was set back by %1</source>
        <translation>시계가 %1 뒤로 맞춰졌습니다</translation>
    </message>
    <message>
        <source>the clock was set forward by %1</source>
        <translation>시계가 %1 앞으로 맞춰졌습니다</translation>
    </message>
    <message>
        <source>stopped by the threshold %1</source>
        <translation>임계값 %1이(가) 실행을 멈췄습니다</translation>
    </message>
    <message>
        <source>the file is larger than %1 bytes</source>
        <translation>파일이 %1바이트보다 큽니다</translation>
    </message>
    <message>
        <source>the file holds more than %1 values</source>
        <translation>파일에 값이 %1개보다 많습니다</translation>
    </message>
    <message>
        <source>the file is nested deeper than %1 levels</source>
        <translation>파일이 %1단계보다 깊게 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>the file is not UTF-8 here</source>
        <translation>파일의 이 자리가 UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice</source>
        <translation>&quot;%1&quot;이(가) 여기에 두 번 있습니다</translation>
    </message>
    <message>
        <source>there are more problems; the first %1 are listed</source>
        <translation>문제가 더 있습니다. 처음 %1개만 보여 줍니다</translation>
    </message>
    <message>
        <source>the plan&apos;s format is version %1, which is newer than this program&apos;s version %2; use a newer Bellwether</source>
        <translation>계획의 형식이 버전 %1로, 이 프로그램의 버전 %2보다 새롭습니다. 더 새로운 Bellwether를 쓰세요</translation>
    </message>
    <message>
        <source>there is no file &quot;%1&quot;</source>
        <translation>파일 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file</source>
        <translation>&quot;%1&quot;은(는) 파일이 아닙니다</translation>
    </message>
    <message>
        <source>the file &quot;%1&quot; cannot be read</source>
        <translation>파일 &quot;%1&quot;을(를) 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies outside the plan&apos;s folder</source>
        <translation>&quot;%1&quot;이(가) 계획의 폴더 밖에 있습니다</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>%1이(가) 와야 하는데 %2이(가) 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>&quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>there is no option &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 옵션이 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of %2</source>
        <translation>&quot;%1&quot;은(는) %2 가운데 하나가 아닙니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known</source>
        <translation>&quot;%1&quot;은(는) 알 수 없습니다</translation>
    </message>
    <message>
        <source>the step does nothing; it needs one of %1</source>
        <translation>이 단계는 아무것도 하지 않습니다. %1 가운데 하나가 필요합니다</translation>
    </message>
    <message>
        <source>only one of %1 may stand here</source>
        <translation>여기에는 %1 가운데 하나만 올 수 있습니다</translation>
    </message>
    <message>
        <source>one of %1 is missing</source>
        <translation>%1 가운데 하나가 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands both beside the step&apos;s options and among them</source>
        <translation>&quot;%1&quot;이(가) 단계의 옵션 옆과 안에 모두 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a duration</source>
        <translation>&quot;%1&quot;은(는) 지속 시간이 아닙니다</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1은(는) 정수가 아닙니다</translation>
    </message>
    <message>
        <source>%1 is out of range; it must be %2</source>
        <translation>%1은(는) 범위를 벗어납니다. %2이어야 합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a name here (%2)</source>
        <translation>&quot;%1&quot;은(는) 여기서 이름이 될 수 없습니다 (%2)</translation>
    </message>
    <message>
        <source>nothing stands here</source>
        <translation>여기가 비어 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a URL of %2:// or %2s://</source>
        <translation>&quot;%1&quot;은(는) %2:// 또는 %2s://의 URL이 아닙니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range of status codes, like &quot;200..299&quot;</source>
        <translation>&quot;%1&quot;은(는) &quot;200..299&quot; 같은 상태 코드 범위가 아닙니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an IP address</source>
        <translation>&quot;%1&quot;은(는) IP 주소가 아닙니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no limit, like &quot;&lt;80&quot; with the unit %2</source>
        <translation>&quot;%1&quot;은(는) 단위 %2의 &quot;&lt;80&quot; 같은 한도가 아닙니다</translation>
    </message>
    <message>
        <source>%1 is more than %2</source>
        <translation>%1이(가) %2보다 큽니다</translation>
    </message>
    <message>
        <source>this scenario never makes any load</source>
        <translation>이 시나리오는 부하를 전혀 만들지 않습니다</translation>
    </message>
    <message>
        <source>%1 is less than preAllocatedVUs (%2)</source>
        <translation>%1이(가) preAllocatedVUs(%2)보다 작습니다</translation>
    </message>
    <message>
        <source>%1 iterations are fewer than the %2 VUs that share them</source>
        <translation>반복 %1번은 그것을 나누는 VU %2개보다 적습니다</translation>
    </message>
    <message>
        <source>there is no flow &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 흐름이 없습니다</translation>
    </message>
    <message>
        <source>there is no websocket step &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 websocket 단계가 없습니다</translation>
    </message>
    <message>
        <source>there is no budget &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 예산이 없습니다</translation>
    </message>
    <message>
        <source>there is no metric &quot;%1&quot;</source>
        <translation>&quot;%1&quot;이라는 지표가 없습니다</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; is taken</source>
        <translation>이름 &quot;%1&quot;은(는) 이미 쓰입니다</translation>
    </message>
    <message>
        <source>this metric has no %1; it has %2</source>
        <translation>이 지표에는 %1이(가) 없고 %2이(가) 있습니다</translation>
    </message>
    <message>
        <source>the metric &quot;%1&quot; is a %2 elsewhere</source>
        <translation>지표 &quot;%1&quot;은(는) 다른 곳에서 %2입니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of count, rate, value, avg, min, max, med, p(N)</source>
        <translation>&quot;%1&quot;은(는) count, rate, value, avg, min, max, med, p(N) 가운데 하나가 아닙니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no percentile between p(0) and p(100)</source>
        <translation>&quot;%1&quot;은(는) p(0)부터 p(100) 사이의 백분위가 아닙니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; compares nothing; it needs one of &lt;, &lt;=, &gt;, &gt;=, ==, !=</source>
        <translation>&quot;%1&quot;은(는) 아무것도 비교하지 않습니다. &lt;, &lt;=, &gt;, &gt;=, ==, != 가운데 하나가 필요합니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number; thresholds have no units</source>
        <translation>&quot;%1&quot;은(는) 숫자가 아닙니다. 임계값에는 단위를 쓰지 않습니다</translation>
    </message>
    <message>
        <source>the name of a metric is missing</source>
        <translation>지표의 이름이 없습니다</translation>
    </message>
    <message>
        <source>the { is not closed</source>
        <translation>{가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands after the }</source>
        <translation>} 뒤에 &quot;%1&quot;이(가) 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tag with a value, like name:login</source>
        <translation>&quot;%1&quot;은(는) name:login처럼 값이 있는 태그가 아닙니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>%1행 %2열: %3</translation>
    </message>
    <message>
        <source>%1 out of %2</source>
        <translation>%2 가운데 %1</translation>
    </message>
    <message>
        <source>THRESHOLDS</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>BUDGETS</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>TOTAL RESULTS</source>
        <translation>전체 결과</translation>
    </message>
    <message>
        <source>CUSTOM</source>
        <translation>사용자 지표</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>WEBSOCKET</source>
        <translation>WEBSOCKET</translation>
    </message>
    <message>
        <source>GRPC</source>
        <translation>GRPC</translation>
    </message>
    <message>
        <source>EXECUTION</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>TARGET</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>GENERATOR</source>
        <translation>생성기</translation>
    </message>
    <message>
        <source>h</source>
        <comment>unit: hours</comment>
        <translation>시간</translation>
    </message>
    <message>
        <source>min</source>
        <comment>unit: minutes</comment>
        <translation>분</translation>
    </message>
    <message>
        <source>s</source>
        <comment>unit: seconds</comment>
        <translation>초</translation>
    </message>
    <message>
        <source>worker %1 of the generator was over 95 % busy in %2 of its %3 seconds, so the figures may be the generator&apos;s own and not the target&apos;s</source>
        <translation>생성기의 작업자 %1이(가) %3초 가운데 %2초 동안 95 % 넘게 바빴으므로, 수치가 대상이 아니라 생성기의 것일 수 있습니다</translation>
    </message>
    <message>
        <source>the generator started iterations %1 late at P99, more than the %2 that these limits allow, so the figures may be its own and not the target&apos;s</source>
        <translation>생성기가 반복을 P99에서 %1 늦게 시작했고 이는 이 한도가 허용하는 %2보다 깁니다. 수치가 대상이 아니라 생성기의 것일 수 있습니다</translation>
    </message>
    <message>
        <source>%1 of %2 was %3, but the threshold is %4</source>
        <translation>%2의 %1이(가) %3이지만 임계값은 %4입니다</translation>
    </message>
    <message>
        <source>%1 of %2 was %3, but the limit is %4</source>
        <translation>%2의 %1이(가) %3이지만 한도는 %4입니다</translation>
    </message>
    <message>
        <source>Passed: nothing failed, but no limit was judged either.</source>
        <translation>통과: 실패는 없지만 판정한 한도도 없습니다.</translation>
    </message>
    <message>
        <source>Passed: the one limit that was judged held.</source>
        <translation>통과: 판정한 한도 하나를 지켰습니다.</translation>
    </message>
    <message>
        <source>Passed: all %1 limits that were judged held.</source>
        <translation>통과: 판정한 한도 %1개를 모두 지켰습니다.</translation>
    </message>
    <message>
        <source>One more limit failed.</source>
        <translation>한도 하나가 더 깨졌습니다.</translation>
    </message>
    <message>
        <source>%1 more limits failed.</source>
        <translation>한도 %1개가 더 깨졌습니다.</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>nothing was measured for %1, so %2 could not be judged</source>
        <translation>%1에 대해 잰 것이 없어 %2을(를) 판정할 수 없습니다</translation>
    </message>
    <message>
        <source>no request matched %1, a row of this plan&apos;s own budget; perhaps its tag is mistyped</source>
        <translation>이 계획 자체 예산의 행 %1에 맞는 요청이 없습니다. 태그를 잘못 적었을 수 있습니다</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>표본 없음</translation>
    </message>
    <message>
        <source>not exercised</source>
        <translation>부하 없음</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>재지 않음</translation>
    </message>
    <message>
        <source>The run goes on and nothing was measured so far.</source>
        <translation>실행이 진행 중이며 아직 잰 것이 없습니다.</translation>
    </message>
    <message>
        <source>The threshold holds.</source>
        <translation>임계값을 지켰습니다.</translation>
    </message>
    <message>
        <source>The threshold does not hold.</source>
        <translation>임계값이 깨졌습니다.</translation>
    </message>
    <message>
        <source>Nothing was measured, so the threshold neither passed nor failed.</source>
        <translation>잰 것이 없어 임계값은 통과도 실패도 아닙니다.</translation>
    </message>
    <message>
        <source>Every limit of the row holds.</source>
        <translation>행의 모든 한도를 지켰습니다.</translation>
    </message>
    <message>
        <source>A limit of the row is broken.</source>
        <translation>행의 한도가 깨졌습니다.</translation>
    </message>
    <message>
        <source>The run made no such request, or did not offer that much load.</source>
        <translation>실행이 그런 요청을 하지 않았거나 그만한 부하를 주지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing in this run measures that.</source>
        <translation>이 실행에는 그것을 재는 것이 없습니다.</translation>
    </message>
    <message>
        <source>No request matched the row; perhaps its tag is mistyped.</source>
        <translation>행에 맞는 요청이 없습니다. 태그를 잘못 적었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Throughput and errors</source>
        <translation>처리량과 오류</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>iterations dropped</source>
        <translation>버려진 반복</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>all requests, from the moment they were due</source>
        <translation>모든 요청, 예정된 순간부터</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>가상 사용자</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>active</source>
        <translation>활성</translation>
    </message>
    <message>
        <source>Generator: processor</source>
        <translation>생성기: 프로세서</translation>
    </message>
    <message>
        <source>100 % is one core</source>
        <translation>100 %는 코어 하나</translation>
    </message>
    <message>
        <source>Generator: memory</source>
        <translation>생성기: 메모리</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>상주</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>시간에 따라</translation>
    </message>
    <message>
        <source>Requests over time</source>
        <translation>시간에 따른 요청</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>아직 실행 중</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>중도 포기</translation>
    </message>
    <message>
        <source>started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>after</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>모두 %1</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1개</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>버림</translation>
    </message>
    <message>
        <source>iterations without a VU</source>
        <translation>VU가 없던 반복</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>끊김</translation>
    </message>
    <message>
        <source>iterations at the end</source>
        <translation>끝날 때의 반복</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 보냄</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language these words are in, as HTML names it</comment>
        <translation>ko</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: %2부터 %3까지</translation>
    </message>
    <message>
        <source>above this chart: %1</source>
        <translation>이 차트 위로 벗어남: %1</translation>
    </message>
    <message>
        <source>line: mean, band: lowest to highest</source>
        <translation>선: 평균, 띠: 최저부터 최고까지</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>never answered</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>The run made no request.</source>
        <translation>실행이 요청을 하지 않았습니다.</translation>
    </message>
    <message>
        <source>Service time, from sending</source>
        <translation>서비스 시간, 보낸 때부터</translation>
    </message>
    <message>
        <source>Response time, from due</source>
        <translation>응답 시간, 예정된 때부터</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>무슨 일이 있었나</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>First at</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>Last at</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Failing exchanges (%1)</source>
        <translation>실패한 교환 (%1)</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1 뒤</translation>
    </message>
    <message>
        <source>No response came.</source>
        <translation>응답이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Cores it may use</source>
        <translation>쓸 수 있는 코어</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>이벤트 루프</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Surroundings</source>
        <translation>실행 환경</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한도</translation>
    </message>
    <message>
        <source>Head-room</source>
        <translation>여유</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>체크</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>체크</translation>
    </message>
    <message>
        <source>Share passed</source>
        <translation>통과 비율</translation>
    </message>
    <message>
        <source>%1 is not JSON: look at line %2</source>
        <translation>%1은(는) JSON이 아닙니다. %2행을 보세요</translation>
    </message>
    <message>
        <source>setup failed, so no load was made</source>
        <translation>준비 흐름(setup)이 실패하여 부하를 만들지 않았습니다</translation>
    </message>
    <message>
        <source>%1 is no proxy; http://host:port is needed.</source>
        <translation>%1은(는) 프록시가 아닙니다. http://host:port 형식이어야 합니다.</translation>
    </message>
    <message>
        <source>the secure connection could not be made</source>
        <translation>보안 연결을 맺을 수 없습니다</translation>
    </message>
    <message>
        <source>the certificate or key of the plan (defaults.http.tls) cannot be used</source>
        <translation>계획의 인증서나 키(defaults.http.tls)를 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>this machine has no free port left for that server; name more addresses in defaults.http.localAddresses, or let VUs share connections</source>
        <translation>이 컴퓨터에 그 서버로 쓸 수 있는 빈 포트가 없습니다. defaults.http.localAddresses에 주소를 더 적거나 VU가 연결을 공유하게 하십시오</translation>
    </message>
    <message>
        <source>%1; name the server&apos;s authority in defaults.http.tls.ca</source>
        <translation>%1. defaults.http.tls.ca에 서버의 인증 기관을 적으십시오</translation>
    </message>
    <message>
        <source>The servers&apos; certificates were not verified.</source>
        <translation>서버의 인증서를 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>the server did not become a WebSocket</source>
        <translation>서버가 WebSocket으로 전환하지 않았습니다</translation>
    </message>
    <message>
        <source>the server&apos;s answer does not belong to the key that was sent</source>
        <translation>서버의 응답이 보낸 키와 맞지 않습니다</translation>
    </message>
    <message>
        <source>the server chose a subprotocol or an extension that was not offered</source>
        <translation>서버가 제안되지 않은 하위 프로토콜이나 확장을 골랐습니다</translation>
    </message>
    <message>
        <source>%1: the server&apos;s clock is %2 ahead of this machine&apos;s; message latencies are corrected by round trips</source>
        <translation>%1: 서버의 시계가 이 컴퓨터보다 %2 빠릅니다. 메시지 지연은 왕복 시간으로 보정합니다</translation>
    </message>
    <message>
        <source>%1: the server&apos;s clock is %2 behind this machine&apos;s; message latencies are corrected by round trips</source>
        <translation>%1: 서버의 시계가 이 컴퓨터보다 %2 느립니다. 메시지 지연은 왕복 시간으로 보정합니다</translation>
    </message>
    <message>
        <source>this run may need %1 connections at a time, and this machine allows %2; raise the limit with ulimit -n, let the io_uring event loop be used, or let VUs share connections</source>
        <translation>이 실행에는 연결이 동시에 %1개까지 필요할 수 있는데 이 컴퓨터는 %2개까지 허용합니다. ulimit -n으로 한도를 높이거나, io_uring 이벤트 루프를 쓰게 하거나, VU가 연결을 함께 쓰게 하십시오</translation>
    </message>
    <message>
        <source>%1: no such process on this machine, or none that this user may see; its resources are not measured</source>
        <translation>%1: 이 컴퓨터에 그런 프로세스가 없거나 이 사용자가 볼 수 없습니다. 자원을 측정하지 않습니다</translation>
    </message>
    <message>
        <source>%1: the resources of %2 are measured</source>
        <translation>%1: %2의 자원을 측정합니다</translation>
    </message>
    <message>
        <source>%1: %2 has ended; the run goes on without its resources</source>
        <translation>%1: %2이(가) 끝났습니다. 실행은 그 자원 없이 계속됩니다</translation>
    </message>
    <message>
        <source>%1: %2 has another name or has closed the port, and is measured no more</source>
        <translation>%1: %2의 이름이 바뀌었거나 포트가 닫혀 더 이상 측정하지 않습니다</translation>
    </message>
    <message>
        <source>%1: the number belongs to another process now, %2, which is not measured</source>
        <translation>%1: 이 번호는 이제 다른 프로세스 %2의 것이며, 측정하지 않습니다</translation>
    </message>
    <message>
        <source>%1: this user may not see all of %2; what is hidden is left out</source>
        <translation>%1: 이 사용자는 %2의 일부를 볼 수 없습니다. 볼 수 없는 것은 빠집니다</translation>
    </message>
    <message>
        <source>%1: processes come and go so often that no more of it is told</source>
        <translation>%1: 프로세스가 너무 자주 생기고 사라져 더 이상 알리지 않습니다</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>서버가 떠남</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>프로토콜 오류</translation>
    </message>
    <message>
        <source>data not supported</source>
        <translation>지원하지 않는 데이터</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>코드 없음</translation>
    </message>
    <message>
        <source>invalid data</source>
        <translation>잘못된 데이터</translation>
    </message>
    <message>
        <source>against a policy</source>
        <translation>정책 위반</translation>
    </message>
    <message>
        <source>message too large</source>
        <translation>메시지가 너무 큼</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>서버 오류</translation>
    </message>
    <message>
        <source>server restarts</source>
        <translation>서버 재시작</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>나중에 다시 시도</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a close code and what it means</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>WebSocket sessions</source>
        <translation>WebSocket 세션</translation>
    </message>
    <message>
        <source>opened, per second</source>
        <translation>초당 새로 엶</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>Messages received</source>
        <translation>받은 메시지</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Message latency</source>
        <translation>메시지 지연</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>유실</translation>
    </message>
    <message>
        <source>message latency</source>
        <translation>메시지 지연</translation>
    </message>
    <message>
        <source>How they ended</source>
        <translation>종료 방식</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Close code, or what happened</source>
        <translation>종료 코드 또는 일어난 일</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Connect P95</source>
        <translation>연결 P95</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>from their own time</source>
        <translation>메시지의 시각부터</translation>
    </message>
    <message>
        <source>open at a time</source>
        <translation>동시에 열림</translation>
    </message>
    <message>
        <source>Connect rate</source>
        <translation>연결 속도</translation>
    </message>
    <message>
        <source>at the most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>VUs</source>
        <translation>VU</translation>
    </message>
    <message>
        <source>iterations/s</source>
        <translation>반복/s</translation>
    </message>
    <message>
        <source>pp</source>
        <comment>unit: percentage points</comment>
        <translation>%p</translation>
    </message>
    <message>
        <source>%1 got %2 slower at %3</source>
        <translation>%1: %3에서 %2 느려짐</translation>
    </message>
    <message>
        <source>%1 got %2 faster at %3</source>
        <translation>%1: %3에서 %2 빨라짐</translation>
    </message>
    <message>
        <source>%1 failed %2 more often</source>
        <translation>%1: 실패가 %2 늘어남</translation>
    </message>
    <message>
        <source>%1 failed %2 less often</source>
        <translation>%1: 실패가 %2 줄어듦</translation>
    </message>
    <message>
        <source>%1 rose by %2</source>
        <translation>%1: %2 늘어남</translation>
    </message>
    <message>
        <source>%1 fell by %2</source>
        <translation>%1: %2 줄어듦</translation>
    </message>
    <message>
        <source>requests a second</source>
        <translation>초당 요청</translation>
    </message>
    <message>
        <source>iterations a second</source>
        <translation>초당 반복</translation>
    </message>
    <message>
        <source>checks that hold</source>
        <translation>통과한 체크</translation>
    </message>
    <message>
        <source>all requests</source>
        <translation>모든 요청</translation>
    </message>
    <message>
        <source>all groups</source>
        <translation>모든 그룹</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>그룹 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>better</source>
        <translation>좋아짐</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>나빠짐</translation>
    </message>
    <message>
        <source>no difference shown</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>needs more runs</source>
        <translation>실행이 더 필요</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>비교 불가</translation>
    </message>
    <message>
        <source>run %1 makes other requests (another plan)</source>
        <translation>실행 %1은(는) 다른 요청을 보냅니다 (다른 계획)</translation>
    </message>
    <message>
        <source>run %1 made another load</source>
        <translation>실행 %1은(는) 다른 부하를 주었습니다</translation>
    </message>
    <message>
        <source>the generator limited run %1</source>
        <translation>실행 %1은(는) 부하 생성기가 한계였습니다</translation>
    </message>
    <message>
        <source>run %1 is not whole</source>
        <translation>실행 %1은(는) 끝까지 가지 않았습니다</translation>
    </message>
    <message>
        <source>These runs are no fair comparison: %1.</source>
        <translation>공정한 비교가 아닙니다: %1.</translation>
    </message>
    <message>
        <source>No difference shown.</source>
        <translation>차이가 보이지 않습니다.</translation>
    </message>
    <message>
        <source>, surely</source>
        <translation> (확실)</translation>
    </message>
    <message>
        <source>, as it seems</source>
        <translation> (그런 듯함)</translation>
    </message>
    <message>
        <source>nothing else changed</source>
        <translation>그 밖에는 변화 없음</translation>
    </message>
    <message>
        <source>Indication only: one run a side, and no other runs of this plan that tell how far runs differ by themselves.</source>
        <translation>참고만 하세요: 양쪽에 실행이 하나씩뿐이고, 실행끼리 원래 얼마나 다른지 알려 줄 이 계획의 다른 실행이 없습니다.</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>치명적</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>안정</translation>
    </message>
    <message>
        <source>improving</source>
        <translation>좋아지는 중</translation>
    </message>
    <message>
        <source>degrading</source>
        <translation>나빠지는 중</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>the last good runs (%1)</source>
        <translation>최근의 좋은 실행들 (%1)</translation>
    </message>
    <message>
        <source>No fair comparison with the baseline, %1: %2.</source>
        <translation>기준(%1)과의 공정한 비교가 아닙니다: %2.</translation>
    </message>
    <message>
        <source>No regression from the baseline, %1.</source>
        <translation>기준(%1)보다 나빠진 것이 없습니다.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 구간</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>%1: comparison</source>
        <translation>%1: 비교</translation>
    </message>
    <message>
        <source>one other figure got worse</source>
        <translation>다른 수치 하나도 나빠짐</translation>
    </message>
    <message>
        <source>one other figure got better</source>
        <translation>다른 수치 하나도 좋아짐</translation>
    </message>
    <message>
        <source>%1 other figures got worse</source>
        <translation>다른 수치 %1개도 나빠짐</translation>
    </message>
    <message>
        <source>%1 other figures got better</source>
        <translation>다른 수치 %1개도 좋아짐</translation>
    </message>
    <message>
        <source>No difference shown; of one figure only more runs can tell.</source>
        <translation>차이가 보이지 않습니다. 수치 하나는 실행이 더 있어야 알 수 있습니다.</translation>
    </message>
    <message>
        <source>No difference shown; of %1 figures only more runs can tell.</source>
        <translation>차이가 보이지 않습니다. 수치 %1개는 실행이 더 있어야 알 수 있습니다.</translation>
    </message>
    <message>
        <source>of one figure only more runs can tell</source>
        <translation>수치 하나는 실행이 더 있어야 알 수 있음</translation>
    </message>
    <message>
        <source>of %1 figures only more runs can tell</source>
        <translation>수치 %1개는 실행이 더 있어야 알 수 있음</translation>
    </message>
    <message>
        <source>All findings together are wrong in at most 5 % of comparisons.</source>
        <translation>모든 판정이 함께 틀릴 가능성은 비교의 5 % 이하입니다.</translation>
    </message>
    <message>
        <source>The runs of each side say how far runs differ by themselves.</source>
        <translation>양쪽의 실행들이 실행끼리 원래 얼마나 다른지 알려 줍니다.</translation>
    </message>
    <message>
        <source>One other run of this plan says how far runs differ by themselves.</source>
        <translation>이 계획의 다른 실행 하나가 실행끼리 원래 얼마나 다른지 알려 줍니다.</translation>
    </message>
    <message>
        <source>%1 other runs of this plan say how far runs differ by themselves.</source>
        <translation>이 계획의 다른 실행 %1개가 실행끼리 원래 얼마나 다른지 알려 줍니다.</translation>
    </message>
    <message>
        <source>No sure regression from the baseline, %1; of one figure beyond its tolerance only more runs can tell.</source>
        <translation>기준(%1)보다 확실히 나빠진 것은 없습니다. 허용 범위를 넘은 수치 하나는 실행이 더 있어야 알 수 있습니다.</translation>
    </message>
    <message>
        <source>No sure regression from the baseline, %1; of %2 figures beyond their tolerance only more runs can tell.</source>
        <translation>기준(%1)보다 확실히 나빠진 것은 없습니다. 허용 범위를 넘은 수치 %2개는 실행이 더 있어야 알 수 있습니다.</translation>
    </message>
    <message>
        <source>One regression from the baseline, %1; it is %2: %3.</source>
        <translation>기준(%1)보다 나빠진 것 하나, 정도는 %2: %3.</translation>
    </message>
    <message>
        <source>%1 regressions from the baseline, %2; the severest is %3: %4.</source>
        <translation>기준(%2)보다 나빠진 것 %1개, 가장 심한 것은 %3: %4.</translation>
    </message>
    <message>
        <source>… lines left out: %1; the page (HTML) has them</source>
        <translation>… 생략한 줄: %1. 웹 페이지(HTML)에 모두 있습니다</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>%1 / %2쪽</translation>
    </message>
    <message>
        <source>A: run %1 · B: run %2</source>
        <translation>A: 실행 %1 · B: 실행 %2</translation>
    </message>
    <message>
        <source>… exchanges left out: %1; the page (HTML) has them</source>
        <translation>… 생략한 교환: %1. 웹 페이지(HTML)에 모두 있습니다</translation>
    </message>
    <message>
        <source>%1: %2 VUs by hand</source>
        <translation>%1: 직접 VU %2</translation>
    </message>
    <message>
        <source>%1: load as planned again</source>
        <translation>%1: 다시 계획대로의 부하</translation>
    </message>
    <message>
        <source>%1: %2 iterations/s by hand</source>
        <translation>%1: 직접 초당 반복 %2</translation>
    </message>
    <message>
        <source>paused by hand</source>
        <translation>직접 일시 중지함</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>다시 시작함</translation>
    </message>
    <message>
        <source>paused, left out</source>
        <translation>일시 중지 (제외)</translation>
    </message>
    <message>
        <source>%1 times the limit</source>
        <translation>한계의 %1배</translation>
    </message>
    <message>
        <source>%1 to spare</source>
        <translation>여유 %1</translation>
    </message>
    <message>
        <source>%1 beyond</source>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>At</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>For</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>… left out: %1</source>
        <translation>… 생략: %1</translation>
    </message>
    <message>
        <source>Processor, 100 % is one core</source>
        <translation>프로세서, 100 %는 코어 하나</translation>
    </message>
    <message>
        <source>Resident memory</source>
        <translation>상주 메모리</translation>
    </message>
    <message>
        <source>Watched processes</source>
        <translation>관찰한 프로세스</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>First</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>디스크립터</translation>
    </message>
</context>
<context>
    <name>bw::shell::BaselineNotice</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
</context>
<context>
    <name>gauge</name>
    <message>
        <source>good</source>
        <translation>양호</translation>
    </message>
    <message>
        <source>close</source>
        <translation>한도 근접</translation>
    </message>
    <message>
        <source>over</source>
        <translation>초과</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>하락</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>안정</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>상승</translation>
    </message>
    <message>
        <source>no samples yet</source>
        <translation>아직 표본 없음</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, limit %2: %3.</source>
        <translation>%1, 한도 %2: %3.</translation>
    </message>
    <message>
        <source>Limit %1: %2.</source>
        <translation>한도 %1: %2.</translation>
    </message>
    <message>
        <source>It offered %1 at the most.</source>
        <translation>최대 %1까지 부하를 걸었습니다.</translation>
    </message>
</context>
<context>
    <name>generator</name>
    <message>
        <source>busiest worker %1</source>
        <translation>가장 바쁜 작업자 %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 지연</translation>
    </message>
    <message>
        <source>Worker %1 of the generator was over 95 % busy in %2 of its %3 seconds, so the figures may be the generator&apos;s own and not the target&apos;s.</source>
        <translation>생성기의 작업자 %1이(가) %3초 가운데 %2초 동안 95 % 넘게 바빴으므로, 이 수치는 대상이 아니라 생성기 자신의 것일 수 있습니다.</translation>
    </message>
    <message>
        <source>It uses %1 of %2 processors: give it more workers, or lower the rate.</source>
        <translation>프로세서 %2개 가운데 %1개만 쓰고 있습니다. 작업자를 늘리거나 부하율을 낮추세요.</translation>
    </message>
    <message>
        <source>It uses every processor that it has: lower the rate, or make the load on a stronger computer or on one more.</source>
        <translation>쓸 수 있는 프로세서를 모두 쓰고 있습니다. 부하율을 낮추거나, 더 강력한 컴퓨터 또는 컴퓨터 한 대를 더 써서 부하를 거세요.</translation>
    </message>
    <message>
        <source>The generator started iterations %1 late (P99); with these limits it should be %2 at the most, so the figures may be its own and not the target&apos;s. Lower the rate, close other programs on this computer, or make the load on another one.</source>
        <translation>생성기가 반복을 %1 늦게 시작했습니다(P99). 이 한도에서는 최대 %2이어야 하므로, 이 수치는 대상이 아니라 생성기 자신의 것일 수 있습니다. 부하율을 낮추거나, 이 컴퓨터의 다른 프로그램을 닫거나, 다른 컴퓨터에서 부하를 거세요.</translation>
    </message>
    <message>
        <source>limits the run</source>
        <translation>실행을 제한함</translation>
    </message>
    <message>
        <source>a worker is full</source>
        <translation>작업자 하나가 가득 참</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>at the most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>generator %1 CPU</source>
        <translation>생성기 CPU %1</translation>
    </message>
    <message>
        <source>Processor: %1 of a core</source>
        <translation>프로세서: 코어 하나의 %1</translation>
    </message>
    <message>
        <source>Worker %1: %2 busy, %3 on average, %4 at the most</source>
        <translation>작업자 %1: 사용률 %2, 평균 %3, 최대 %4</translation>
    </message>
    <message>
        <source>Iterations began late by %1 (P99), %2 at the most</source>
        <translation>반복이 %1 늦게 시작됨(P99), 최대 %2</translation>
    </message>
    <message>
        <source>Timers fired late by %1 (P99), %2 at the most</source>
        <translation>타이머가 %1 늦게 울림(P99), 최대 %2</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>메모리: %1</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>No verdict</source>
        <translation>판정 없음</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>%1, stopped early</source>
        <translation>%1, 일찍 멈춤</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>중도 포기</translation>
    </message>
    <message>
        <source>%1, aborted</source>
        <translation>%1, 중도 포기</translation>
    </message>
</context>
<context>
    <name>plot</name>
    <message>
        <source>%1 h</source>
        <comment>hours on a time axis</comment>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds on a time axis</comment>
        <translation>s</translation>
    </message>
</context>
<context>
    <name>workbench</name>
    <message>
        <source>-e %1: write NAME=VALUE</source>
        <translation>-e %1: 이름=값으로 쓰세요</translation>
    </message>
</context>
</TS>
